using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports;

/// <summary>
/// Makes one report of several files that hold the same report. Its figures and prose are those of the main file; the others' figures are compared with
/// them cell by cell, and every difference is told. What a sidecar declares holds for the report, whichever file it lies beside.
/// </summary>
public static class ReportJoiner
{
    private static readonly ImmutableArray<DiagnosticRule> OfAgency = [DiagnosticRules.AgencyUnknown, DiagnosticRules.AgencyWeak];
    private static readonly ImmutableArray<DiagnosticRule> OfYear = [DiagnosticRules.YearUnknown, DiagnosticRules.YearWeak];

    /// <summary>The report of a main file and further ones.</summary>
    public static AnnualReport Join(AnnualReport main, ImmutableArray<AnnualReport> others)
    {
        var diagnostics = main.Diagnostics.ToList();
        var agency = main;
        var year = main;
        var published = main.Published;
        foreach (var other in others)
        {
            agency = IsBetter(agency.AgencyName, other.AgencyName) ? other : agency;
            year = IsBetter(year.Year, other.Year) ? other : year;
            published = published is null || IsDeclaredAlone(published, other.Published) ? other.Published ?? published : published;
        }

        TakeOver(agency, OfAgency);
        TakeOver(year, OfYear);
        void TakeOver(AnnualReport from, ImmutableArray<DiagnosticRule> rules)
        {
            if (ReferenceEquals(from, main))
                return;
            diagnostics.RemoveAll(diagnostic => rules.Contains(diagnostic.Rule));
            diagnostics.AddRange(from.Diagnostics.Where(diagnostic => rules.Contains(diagnostic.Rule)));
        }

        if (!ReferenceEquals(year, main) || published != main.Published)
        {
            diagnostics.RemoveAll(diagnostic => diagnostic.Rule == DiagnosticRules.PublishDateOdd);
            if (published is not null && year.Year is { } told && published.Value.Year != told.Value + 1)
                diagnostics.Add(DiagnosticRules.PublishDateOdd.For($"{published.Value:yyyy-MM-dd}", $"{told.Value}"));
        }

        foreach (var other in others)
        {
            // Of what else is said of the other file only what its sidecar needs is of use: its figures are not published.
            diagnostics.AddRange(other.Diagnostics
                .Where(diagnostic => diagnostic.Code.StartsWith("DA6", StringComparison.Ordinal) && diagnostic.Severity > Severity.Info)
                .Select(diagnostic => diagnostic with { Location = SourceLocation.None }));
            if (published is { Source: FactSource.Sidecar } && other.Published is { Source: FactSource.Sidecar } said && said.Value != published.Value)
                diagnostics.Add(DiagnosticRules.SidecarOverruled.For(
                    NameOf(other) + ".yml", $"published: {said.Value:yyyy-MM-dd}", $"同一份报告的另一个说明文件写的是 {published.Value:yyyy-MM-dd}"));
        }

        ImmutableArray<FurtherSource> further = [.. others.Select(other => Compare(main, other, diagnostics))];
        return main with
        {
            AgencyName = agency.AgencyName,
            Agency = agency.Agency,
            Year = year.Year,
            Published = published,
            DeclaredCurrent = main.DeclaredCurrent ?? others.Select(other => other.DeclaredCurrent).FirstOrDefault(current => current is not null),
            Withdrawal = main.Withdrawal ?? others.Select(other => other.Withdrawal).FirstOrDefault(withdrawal => withdrawal is not null),
            Diagnostics = [.. diagnostics],
            FurtherSources = further,
        };
    }

    /// <summary>Whether a fact is one that the main file lacks, or only guesses, or that a sidecar declares.</summary>
    private static bool IsBetter<T>(Fact<T>? known, Fact<T>? other) =>
        other is not null && (known is null || IsDeclaredAlone(known, other) || (known.IsWeak && !other.IsWeak));

    private static bool IsDeclaredAlone<T>(Fact<T>? known, Fact<T>? other) =>
        other is { Source: FactSource.Sidecar } && known is not { Source: FactSource.Sidecar };

    private static FurtherSource Compare(AnnualReport main, AnnualReport other, List<Diagnostic> diagnostics)
    {
        var agreeing = 0;
        var differing = ImmutableArray.CreateBuilder<Figure>();
        var additional = ImmutableArray.CreateBuilder<Figure>();
        foreach (var table in other.Tables)
        {
            var own = main.Tables.FirstOrDefault(candidate => candidate.Form.Id == table.Form.Id);
            foreach (var theirs in table.Figures.Where(IsReadable))
            {
                var ours = own is not null && Means(own.Form, theirs.Name) == Means(table.Form, theirs.Name) ? own[theirs.Name.Row, theirs.Name.Column] : null;
                if (ours is null || !IsReadable(ours))
                {
                    if (theirs.Value is not null)
                        additional.Add(theirs);
                }
                else if (!Agree(ours, theirs))
                {
                    differing.Add(theirs);
                    diagnostics.Add(DiagnosticRules.FiguresDisagree.At(
                        ours.Location, Means(table.Form, theirs.Name), NameOf(main), InWords(ours), NameOf(other), InWords(theirs), theirs.Location.ToChinese()));
                }
                else if (ours.Value is not null)
                {
                    agreeing++;
                }
            }
        }

        var unmatched = main.Figures.Count(figure => figure.Value is not null) - agreeing - differing.Count(theirs => main[theirs.Name]!.Value is not null);
        if (additional.Count > 0)
            diagnostics.Add(DiagnosticRules.FiguresInOtherOnly.For(
                NameOf(main), $"{additional.Count}", NameOf(other), LabelIn(other, additional[0].Name), InWords(additional[0])));
        diagnostics.Add(DiagnosticRules.SourcesCompared.For(
            NameOf(other), NameOf(main), Outcome(other, agreeing, differing.Count, additional.Count, unmatched)));
        return new FurtherSource(other.Source, agreeing, differing.ToImmutable(), additional.ToImmutable(), unmatched)
        {
            Url = other.Url,
            Accessed = other.Accessed,
            TranscribedBy = other.TranscribedBy,
            Corrections = other.Corrections,
        };
    }

    /// <summary>A figure that a sidecar corrects agrees with one that says either what it was or what it should be.</summary>
    private static bool Agree(Figure ours, Figure theirs) =>
        (ours.Value is not null ? ours.Value == theirs.Value : theirs.Value is null && ours.State == theirs.State)
        || (ours.Correction is not null && theirs.Correction is null && ours.Raw.Trim() == theirs.Raw.Trim());

    private static bool IsReadable(Figure figure) => figure.State is not (FigureState.Missing or FigureState.Unreadable);

    /// <summary>What a cell is about: tables of two editions have cells of the same name that mean something else.</summary>
    private static string Means(FormTable form, CellName name) => CellLabel.Of(form, name);

    private static string LabelIn(AnnualReport report, CellName name) => Means(report.Tables.First(table => table.Form.Id == name.Table).Form, name);

    private static string InWords(Figure figure) => figure.Value?.ToString(CultureInfo.InvariantCulture) ?? RelationChecker.InWords(figure.State);

    private static string NameOf(AnnualReport report) => report.Source.Path[(report.Source.Path.LastIndexOf('/') + 1)..];

    private static string Outcome(AnnualReport other, int agreeing, int differing, int additional, int unmatched)
    {
        if (!other.Figures.Any(IsReadable))
        {
            var reason = other.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code.StartsWith("DA1", StringComparison.Ordinal))?.Chinese.TrimEnd('。');
            return $"没有从中读出法定数字，未能比对{(reason is null ? "" : $"（{reason}）")}";
        }

        return string.Join("，", new[]
        {
            $"{agreeing} 个数字一致",
            differing > 0 ? $"{differing} 格不同" : "",
            unmatched > 0 ? $"{unmatched} 个数字只在主文件中读出" : "",
            additional > 0 ? $"{additional} 个数字只在另一份中读出" : "",
        }.Where(part => part.Length > 0));
    }
}
