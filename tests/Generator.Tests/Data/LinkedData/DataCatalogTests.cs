using System.Security.Cryptography;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Output;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.LinkedData;

/// <summary><c>data/catalog.jsonld</c> as a processor of JSON-LD understands it.</summary>
public sealed class DataCatalogTests
{
    private const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Spdx = "http://spdx.org/rdf/terms#";
    private const string DcTerms = "http://purl.org/dc/terms/";
    private const string Site = "https://example.org/archive";

    [Theory]
    [InlineData(null)]
    [InlineData(Site)]
    public async Task Every_dataset_leads_to_its_files_and_tells_their_size_and_hash(string? site)
    {
        var output = new MemoryOutput();
        new SiteBuilder { BaseUrl = site }.Build(Path.Combine(Repository.Root, "input"), output, TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        var triples = await LinkedTriples.Of(folder.Write("catalog.jsonld", output.Files[DataCatalog.Path]));
        var facts = triples.Select(LinkedTriples.Parts).ToLookup(triple => (triple.Subject, triple.Property), triple => triple.Object);
        string[] Typed(string type) => [.. facts.Where(fact => fact.Key.Property == Type && fact.Contains(type)).Select(fact => fact.Key.Subject)];
        var top = site is null ? new Uri(new Uri(LinkedTriples.Base), ".") : new Uri($"{site}/data/");

        var catalog = Typed(Dcat + "Catalog").ShouldHaveSingleItem();
        var series = Typed(Dcat + "DatasetSeries").ShouldHaveSingleItem();
        var datasets = Typed(Dcat + "Dataset");
        if (site is not null)
            catalog.ShouldBe($"{site}/data/catalog.jsonld#catalog");
        facts[(catalog, Dcat + "dataset")].ShouldBe(datasets.Append(series), ignoreOrder: true);
        facts[(catalog, DcTerms + "title")].ShouldHaveSingleItem();
        facts[(facts[(catalog, DcTerms + "license")].ShouldHaveSingleItem(), DcTerms + "title")].ShouldBe(["CC0-1.0"]);

        var distributions = datasets.SelectMany(dataset => facts[(dataset, Dcat + "distribution")]).Concat(facts[(catalog, Dcat + "distribution")]).ToList();
        foreach (var dataset in datasets)
        {
            facts[(dataset, Dcat + "distribution")].ShouldNotBeEmpty(dataset);
            facts[(dataset, DcTerms + "title")].ShouldHaveSingleItem(dataset).ShouldNotBe("");
        }

        distributions.ShouldBeUnique();
        distributions.ShouldBe(Typed(Dcat + "Distribution"), ignoreOrder: true);
        var described = new List<string>();
        foreach (var distribution in distributions)
        {
            string One(string property) => facts[(distribution, property)].ShouldHaveSingleItem(property);
            var path = "data/" + Uri.UnescapeDataString(top.MakeRelativeUri(new Uri(One(Dcat + "downloadURL"))).ToString());
            described.Add(path);
            var file = output.Files.GetValueOrDefault(path).ShouldNotBeNull(path);
            One(Dcat + "byteSize").ShouldBe($"{file.Length}");
            triples.ShouldContain($"{distribution} <{Dcat}byteSize> \"{file.Length}\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>");
            One(Dcat + "mediaType").ShouldStartWith("https://www.iana.org/assignments/media-types/");
            var checksum = One(Spdx + "checksum");
            facts[(checksum, Spdx + "algorithm")].ShouldBe([Spdx + "checksumAlgorithm_sha256"]);
            facts[(checksum, Spdx + "checksumValue")].ShouldBe([Convert.ToHexStringLower(SHA256.HashData(file))]);
        }

        described.ShouldBe(output.Files.Keys.Where(path => path.StartsWith("data/", StringComparison.Ordinal) && Path.GetExtension(path) is ".csv" or ".xlsx" or ".sqlite"), ignoreOrder: true);
        foreach (var dataset in datasets.Where(dataset => facts[(dataset, Dcat + "distribution")].Any(distribution => facts[(distribution, Dcat + "downloadURL")].Single().Contains("/figures/", StringComparison.Ordinal))))
        {
            facts[(dataset, Dcat + "inSeries")].ShouldBe([series]);
            var year = dataset[^4..];
            var period = facts[(dataset, DcTerms + "temporal")].ShouldHaveSingleItem(dataset);
            facts[(period, Dcat + "startDate")].ShouldBe([$"{year}-01-01"]);
            facts[(period, Dcat + "endDate")].ShouldBe([$"{year}-12-31"]);
        }
    }
}
