using System.Collections.Immutable;
using DisclosureArchive.Generator.Checking;

namespace DisclosureArchive.Generator.Comparing;

/// <summary>Differences for a person, in full.</summary>
internal static class DifferenceText
{
    public static void Write(TextWriter console, DataDifference difference)
    {
        console.WriteLine($"{ConsoleText.Safe(difference.Old)} → {ConsoleText.Safe(difference.New)}");
        console.WriteLine(DifferenceWords.Summary(difference));
        foreach (var change in difference.Reports)
        {
            console.WriteLine();
            console.WriteLine($"{DifferenceWords.OfReport(change.Kind)} {ConsoleText.Safe(DifferenceWords.Of(change.Report))}　{ConsoleText.Safe(change.Report.Page)}");
            if (change.Kind != ChangeKind.Changed)
                console.WriteLine($"  {ConsoleText.Safe(change.Report.Facts["source"])}：{DifferenceWords.CountsOf(change.Report)}");
            foreach (var (name, old, @new) in change.Facts)
                console.WriteLine(name == "sha256" ? $"  原件有改动（SHA-256 {old[..12]}… → {@new[..12]}…）。" : $"  {DifferenceWords.OfFact(name)}：{Told(old)} → {Told(@new)}");
            foreach (var figure in change.Figures)
                console.WriteLine($"  数字{DifferenceWords.OfFigure(figure.Kind)}　{ConsoleText.Safe(figure.Figure.Label)}：{DifferenceWords.Of(figure.Old)} → {DifferenceWords.Of(figure.New)}");
            foreach (var check in change.Checks)
                console.WriteLine($"  勾稽关系　{ConsoleText.Safe(check.Label)}：{DifferenceWords.Former(check.Old)} → {DifferenceWords.Of(check.New)}");
            foreach (var (code, old, @new) in change.Diagnostics)
                console.WriteLine($"  诊断 {code}：{old} 处 → {@new} 处");
            if (change.ProseDiffers)
                console.WriteLine("  正文有改动。");
        }

        List("新增的网页", difference.PagesAdded);
        List("删除的网页", difference.PagesRemoved);

        void List(string title, ImmutableArray<string> pages)
        {
            if (pages.IsEmpty)
                return;
            console.WriteLine();
            console.WriteLine($"{title} {pages.Length} 个：");
            foreach (var page in pages)
                console.WriteLine($"  {ConsoleText.Safe(page)}");
        }
    }

    private static string Told(string text) => text.Length > 0 ? ConsoleText.Safe(text) : "（无）";
}
