using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Sqlite;

/// <summary>The rows of the archive's database that tell of the archive and its agencies.</summary>
internal static class AgencyRows
{
    public static void Write(ReportArchive archive, Func<string, int, Insertion> into)
    {
        WriteAbout(archive.Settings, into("about", 2));
        var agencies = into("agencies", 6);
        var names = into("agency_names", 2);
        var successions = into("successions", 2);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var agency in archive.Agencies.Where(agency => !agency.IsUnidentified))
        {
            known.Add(agency.Key);
            WriteAgency(agencies, agency.Key, agency.Name, agency.Register is not null, agency.Register?.Region, agency.Register?.Kind, Routes.Agency(agency.Key));
            foreach (var name in (agency.Register?.Aliases ?? []).Prepend(agency.Name).Distinct())
            {
                names.Text(agency.Key);
                names.Text(name);
                names.EndRow();
            }
        }

        var pairs = new HashSet<(string Before, string After)>();
        foreach (var agency in archive.Agencies.Select(agency => agency.Register).OfType<Agency>())
        {
            foreach (var before in agency.Predecessors)
                Succeed(before, new RelatedAgency(agency.Id, agency.Name));
            foreach (var after in agency.Successors)
                Succeed(new RelatedAgency(agency.Id, agency.Name), after);
        }

        void Succeed(RelatedAgency before, RelatedAgency after)
        {
            if (!pairs.Add((before.Id, after.Id)))
                return;
            foreach (var related in (RelatedAgency[])[before, after])
                if (known.Add(related.Id))
                    WriteAgency(agencies, related.Id, related.Name, isRegistered: true, null, null, null);
            successions.Text(before.Id);
            successions.Text(after.Id);
            successions.EndRow();
        }
    }

    /// <summary>The version of the program is left out: two releases that find the same give the same file.</summary>
    private static void WriteAbout(ArchiveSettings settings, Insertion about)
    {
        foreach (var (key, value) in ((string, string)[])
            [
                ("title", settings.Title), ("description", settings.Description), ("notice", settings.Notice), ("base_url", settings.BaseUrl),
                ("owner", settings.Owner), ("contact", settings.Contact), ("licence", settings.Licence), ("repository", settings.Repository),
                ("generator", "DisclosureArchive"),
            ])
            if (value.Length > 0)
            {
                about.Text(key);
                about.Text(value);
                about.EndRow();
            }
    }

    private static void WriteAgency(Insertion agencies, string id, string name, bool isRegistered, string? region, string? kind, string? page)
    {
        agencies.Text(id);
        agencies.Text(name);
        agencies.Whole(isRegistered ? 1 : 0);
        agencies.Text(region);
        agencies.Text(kind);
        agencies.Text(page);
        agencies.EndRow();
    }
}
