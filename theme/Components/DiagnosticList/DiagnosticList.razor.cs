using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>What is to be said of a file, in plain words.</summary>
public partial class DiagnosticList : Showing<ImmutableArray<DiagnosticLine>>;
