using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the table of whether an agency's reports came in time.</summary>
public static class PunctualityFiller
{
    /// <param name="path">The page that shows it.</param>
    public static PunctualityRecord? Fill(string path, AgencyEntry agency, Words words)
    {
        var reports = agency.Current.Where(report => report.Year is not null).Reverse().Select(report => (Report: report, Judged: Punctuality.Of(agency, report))).ToList();
        if (agency.IsUnidentified || reports.Count == 0)
            return null;
        var judged = reports.Count(report => report.Judged.IsJudged);
        var rank = AgencyRanks.Of(agency);
        var isOrgan = rank is not (AgencyRank.NotAnOrgan or AgencyRank.Unknown);
        return new PunctualityRecord(
            judged == 0 ? words["punctuality.summary.none"] : words["punctuality.summary", judged, reports.Count(report => report.Judged.State == PunctualityState.InTime)],
            [
                .. isOrgan && reports[^1].Report.Year < Deadline.FirstYearOf2019 ? [words["punctuality.rule.2008"]] : ImmutableArray<string>.Empty,
                .. !isOrgan || reports[0].Report.Year >= Deadline.FirstYearOf2019 ? [words[$"punctuality.rule.{rank}"]] : ImmutableArray<string>.Empty,
                words["punctuality.dates"],
            ],
            [.. reports.Select(report => new PunctualityLine(
                new Link($"{report.Report.Year}", Routes.Link(path, Routes.Report(report.Report))),
                Numbers.Date(report.Judged.Published), Numbers.Date(report.Judged.Due), StateOf(report.Judged), Verdict(words, report.Judged),
                report.Judged.IsJudged ? "" : words[$"punctuality.{report.Judged.State}.why"]))]);
    }

    /// <summary>In time, late by so many days, or why that can't be said.</summary>
    public static string Verdict(Words words, Punctuality judged) =>
        judged.State == PunctualityState.Late ? words.Count("punctuality.Late", judged.DaysLate) : words[$"punctuality.{judged.State}"];

    public static CoverageState StateOf(Punctuality judged) => judged.State switch
    {
        PunctualityState.InTime => CoverageState.InTime,
        PunctualityState.Late => CoverageState.Late,
        _ => CoverageState.Open,
    };
}
