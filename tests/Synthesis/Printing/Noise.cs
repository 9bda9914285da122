using System.Collections.Immutable;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Synthesis;

/// <summary>What is untidy in a printed report. Figures stay what they are unless a field says otherwise.</summary>
public sealed record Noise
{
    public static readonly Noise None = new();

    /// <summary>Spaces inside labels: 法律服 务机构.</summary>
    public bool SpacedLabels { get; init; }

    /// <summary>Labels broken over lines, where the layout has lines inside cells.</summary>
    public bool BrokenLabels { get; init; }

    /// <summary>釆 for 采, as text recognition of pictures writes it.</summary>
    public bool ConfusedCharacters { get; init; }

    /// <summary>ASCII brackets and commas in labels.</summary>
    public bool AsciiPunctuation { get; init; }

    /// <summary>Some figures in full-width digits: １２.</summary>
    public bool FullWidthDigits { get; init; }

    /// <summary>Thousands parted: <c>1,234</c> or <c>1，234</c>.</summary>
    public bool Separators { get; init; }

    /// <summary>Spaces before or after some figures.</summary>
    public bool SpacedFigures { get; init; }

    /// <summary>Changes in words: 减4, 增4.</summary>
    public bool ChangesInWords { get; init; }

    /// <summary>The unit stands in the cell: 216万元.</summary>
    public bool UnitInCell { get; init; }

    /// <summary>Cells that hold something else than their figure: nothing, <c>/</c>, <c>—</c>, <c>0 0</c>.</summary>
    public ImmutableDictionary<CellName, string> Replaced { get; init; } = ImmutableDictionary<CellName, string>.Empty;

    /// <summary>Rows that the report leaves out, as (table, row).</summary>
    public ImmutableHashSet<(string Table, string Row)> MissingRows { get; init; } = [];

    /// <summary>Rows that stand before the row above them, as (table, row).</summary>
    public ImmutableHashSet<(string Table, string Row)> RaisedRows { get; init; } = [];

    /// <summary>Rows below which a row stands that the form does not know, as (table, row).</summary>
    public ImmutableHashSet<(string Table, string Row)> ExtraRowsBelow { get; init; } = [];

    /// <summary>Some harmless noise, chosen by the seed: every figure can still be read.</summary>
    public static Noise Harmless(SplitMix random) => new()
    {
        SpacedLabels = random.OneIn(3),
        BrokenLabels = random.OneIn(2),
        ConfusedCharacters = random.OneIn(4),
        AsciiPunctuation = random.OneIn(3),
        FullWidthDigits = random.OneIn(5),
        Separators = random.OneIn(3),
        SpacedFigures = random.OneIn(3),
        ChangesInWords = random.OneIn(2),
        UnitInCell = random.OneIn(4),
    };
}
