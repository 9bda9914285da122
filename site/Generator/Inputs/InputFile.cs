using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>A report file in the input folder.</summary>
/// <param name="Path">Path relative to the input folder, with <c>/</c>.</param>
/// <param name="FullPath">Where it is on this machine.</param>
/// <param name="SidecarPath">Where its sidecar is, or null if it has none.</param>
public sealed record InputFile(string Path, string FullPath, string? SidecarPath);

/// <summary>All that the input folder holds.</summary>
/// <param name="Files">The report files, in ordinal order of their paths.</param>
/// <param name="Register">The agency register.</param>
/// <param name="Settings">What <c>archive.yml</c> says.</param>
/// <param name="Diagnostics">What is to be said of register, settings, stray sidecars and of what was not read at all, with the file's path.</param>
public sealed record InputFolder(
    ImmutableArray<InputFile> Files,
    AgencyRegister Register,
    Archive.ArchiveSettings Settings,
    ImmutableArray<(string Path, Diagnostic Diagnostic)> Diagnostics)
{
    /// <summary>Whether only some of its report files were chosen to be read.</summary>
    public bool IsPart { get; init; }

    /// <summary>Reports that were withdrawn and of which only the sidecar is left.</summary>
    public ImmutableArray<WithdrawnFile> Withdrawn { get; init; } = [];
}

/// <summary>What the sidecar of a report that is gone says of it.</summary>
/// <param name="Path">Where the report stood, relative to the input folder.</param>
/// <param name="Agency">Full name or register id of its agency.</param>
public sealed record WithdrawnFile(string Path, string Agency, int Year, Withdrawal Withdrawal);
