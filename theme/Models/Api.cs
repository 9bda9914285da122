using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The addresses of the data as a static API.</summary>
/// <param name="Root">The archive's address in the examples, with a slash at the end.</param>
/// <param name="IsRootKnown">Whether that is where the archive is published; else it is where the program shows it on the reader's own machine.</param>
/// <param name="Addresses">What is published where.</param>
/// <param name="Schemas">The schemas of the JSON documents.</param>
/// <param name="Tasks">What examples do; none where there is no report to show.</param>
/// <param name="DataPage">Link to the data files.</param>
public sealed record Api(
    Frame Frame, string Root, bool IsRootKnown, ImmutableArray<ApiAddress> Addresses, ImmutableArray<Link> Schemas, ImmutableArray<ApiTask> Tasks, string DataPage);

/// <summary>An address, or many of one kind.</summary>
/// <param name="Pattern">Its path, with <c>&lt;…&gt;</c> for what differs.</param>
/// <param name="Gives">What is there.</param>
/// <param name="Example">One of this archive; null if it has none.</param>
public sealed record ApiAddress(string Pattern, string Gives, Link? Example);

/// <summary>Something to be done with the data.</summary>
public sealed record ApiTask(string Title, ImmutableArray<ApiExample> Examples);

/// <summary>How it is done in one language.</summary>
/// <param name="Id">What tells the example from the others.</param>
/// <param name="Language">Name of the language or program.</param>
/// <param name="Code">It runs as it stands.</param>
public sealed record ApiExample(string Id, string Language, string Code);
