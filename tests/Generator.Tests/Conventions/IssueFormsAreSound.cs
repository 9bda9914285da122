using Shouldly;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace DisclosureArchive.Generator.Tests.Conventions;

/// <summary>The issue forms are as the code host takes them: it shows a broken one to nobody.</summary>
public sealed class IssueFormsAreSound
{
    public static TheoryData<string> Forms => [.. Directory.GetFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)).Where(name => name != "config.yml").Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, ".github", "ISSUE_TEMPLATE");

    [Theory, MemberData(nameof(Forms))]
    public void A_form_has_all_that_it_needs(string name)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, name))));
        var form = (YamlMappingNode)yaml.Documents.Single().RootNode;
        ((string?)form["name"]).ShouldNotBeNullOrEmpty();
        ((string?)form["description"]).ShouldNotBeNullOrEmpty();

        var items = ((YamlSequenceNode)form["body"]).Cast<YamlMappingNode>().ToList();
        items.Select(item => (string?)item["type"]).ShouldBeSubsetOf(["markdown", "input", "textarea"]);
        var asked = items.Where(item => (string?)item["type"] != "markdown").ToList();
        asked.Select(item => (string?)item["id"]).ShouldBeUnique();
        asked.Select(item => (string?)item["attributes"]["label"]).ShouldBeUnique();
        asked.ShouldContain(item => item.Children.ContainsKey(new YamlScalarNode("validations")));
        items.Where(item => (string?)item["type"] == "markdown").ShouldAllBe(item => !string.IsNullOrEmpty((string?)item["attributes"]["value"]));
    }

    [Fact]
    public void There_is_a_form_for_each_thing_to_say() => Forms.Count.ShouldBe(3);
}
