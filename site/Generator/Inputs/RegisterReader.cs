using System.Collections.Immutable;
using CsvHelper;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// Reads the agency register, <c>agencies.csv</c>: <c>id,name,region,kind,aliases,predecessor,successor,former_ids,former_pages</c>; where
/// there are several aliases, ids or pages they are parted by <c>|</c>. UTF-8, else GB18030 (as Excel saves it).
/// </summary>
public static class RegisterReader
{
    /// <summary>Rows that are wrong are told and left out; the rest is used.</summary>
    /// <param name="content">Its bytes; null if there are too many.</param>
    public static AgencyRegister Read(byte[]? content, out ImmutableArray<Diagnostic> diagnostics)
    {
        var told = ImmutableArray.CreateBuilder<Diagnostic>();
        var agencies = ImmutableArray.CreateBuilder<Agency>();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var successions = new Successions();
        var former = new FormerAddresses();
        void Tell(string problem) => told.Add(DiagnosticRules.RegisterInvalid.For(InputFinder.RegisterName, problem));

        if (content is null)
        {
            Tell($"文件过大（上限 {SourceReader.MostOfRegister >> 20} MB）");
            content = [];
        }

        var written = TextDecoder.Decode(content).Text;
        var text = DeclaredText.Of(written);
        if (text != written)
            foreach (var (number, line) in written.Split('\n').Index())
                if (DeclaredText.Of(line) != line)
                    Tell($"第{number + 1}行：{DeclaredText.Replaced}");
        try
        {
            using var csv = CsvReader.Create(new StringReader(text), CsvReaderOptions.Default, leaveOpen: false);
            for (var row = 2; csv.Read(); row++)
            {
                string Field(string name) => csv.TryGetFieldIndex(name, out var index) ? csv.GetString(index).Trim() : "";
                string[] Several(string name) => Field(name).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var id = Field("id");
                var name = Field("name");
                if (!PathName.IsAgencyId(id))
                    Tell($"第{row}行的 id“{id}”只能由小写字母、数字和连字符组成，且不能是保留字");
                else if (name.Length == 0)
                    Tell($"第{row}行（{id}）没有名称");
                else if (!ids.Add(id))
                    Tell($"第{row}行的 id“{id}”重复");
                else
                {
                    agencies.Add(new Agency(id, name, Field("region"), Field("kind"), [.. Several("aliases")]));
                    successions.Declare(row, id, Several("predecessor"), Several("successor"));
                    former.Declare(row, id, Several("former_ids"), Several("former_pages"));
                }
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Tell(problem.Message.ReplaceLineEndings(" "));
        }

        foreach (var agency in agencies)
            foreach (var name in agency.Aliases.Append(agency.Name).Distinct())
                if (!owners.TryAdd(name, agency.Id))
                    Tell($"名称“{name}”同时属于 {owners[name]} 和 {agency.Id}，因此两者都不会按这个名称认定");
        var related = successions.Apply(agencies.ToImmutable(), Tell);
        var lasting = former.Apply(related, (address, problem) => told.Add(DiagnosticRules.FormerAddressRefused.For(InputFinder.RegisterName, address, problem)));
        diagnostics = told.ToImmutable();
        return new AgencyRegister(lasting);
    }
}
