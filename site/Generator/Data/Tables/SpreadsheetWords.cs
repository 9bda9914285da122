using System.Collections.Frozen;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>The words of the contract as files for spreadsheets have them: those that the pages show.</summary>
internal static class SpreadsheetWords
{
    private static readonly FrozenDictionary<string, string> All =
        Enum.GetValues<FigureState>().Select(state => (Word: Words.Of(state), Chinese: Theme.Words.Chinese[$"state.{Words.Of(state)}"]))
            .Concat(Enum.GetValues<FindingStatus>().Select(status => (Word: Words.Of(status), Chinese: Theme.Words.Chinese[$"finding.{status}"])))
            .Concat(Enum.GetValues<CorrectionStatus>().Select(status => (Word: Words.Of(status), Chinese: Theme.Words.Chinese[$"correction.{status}"])))
            .Concat(Enum.GetValues<ChangeKind>().Select(kind => (Word: Words.Of(kind), Chinese: Theme.Words.Chinese[$"changelog.kind.{Words.Of(kind)}"])))
            .ToFrozenDictionary(word => word.Word, word => word.Chinese, StringComparer.Ordinal);

    public static string Of(string word) => All[word];

    public static string Of(bool flag) => flag ? "是" : "否";
}
