using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The page that takes a report's figures in its reader's browser and gives them back as the files of a report.</summary>
/// <param name="Root">What leads from it to the archive's root: a relative address that ends with a slash, or nothing.</param>
/// <param name="Scripts">Links to its scripts, in the order in which they run.</param>
/// <param name="Editions">The editions of the form, the newest first, which is chosen at first.</param>
/// <param name="Agencies">The agencies that the archive knows.</param>
/// <param name="Repository">Address of the repository that takes reports; empty if there is none.</param>
/// <param name="Glossary">Link to what rows and columns mean.</param>
public sealed record Contribution(
    Frame Frame, string Root, ImmutableArray<string> Scripts, ImmutableArray<BlankForm> Editions, ImmutableArray<KnownAgency> Agencies, string Repository, string Glossary);

/// <summary>An edition of the form with nothing in it.</summary>
/// <param name="Id">Such as <c>form-2021</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Tables">Its tables in their official layout; the anchors of their cells begin with the edition's id and a colon.</param>
public sealed record BlankForm(string Id, string Label, ImmutableArray<TableBlock> Tables);

/// <summary>An agency of the archive.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Key">Its folder below <c>agencies/</c>, where its figures are.</param>
public sealed record KnownAgency(string Name, string Key);
