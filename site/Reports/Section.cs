using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports;

/// <summary>What a section of a report is about, by the meaning of its heading, not its number.</summary>
public enum SectionKind
{
    /// <summary>What stands before the first section.</summary>
    Preamble,

    /// <summary>一、总体情况 (2008: 概述).</summary>
    Overview,

    /// <summary>二、主动公开政府信息情况.</summary>
    Proactive,

    /// <summary>三、收到和处理政府信息公开申请情况 (2008: 依申请公开政府信息情况).</summary>
    Requests,

    /// <summary>四、政府信息公开行政复议、行政诉讼情况.</summary>
    Disputes,

    /// <summary>五、存在的主要问题及改进情况.</summary>
    Problems,

    /// <summary>六、其他需要报告的事项.</summary>
    Other,

    /// <summary>2008 edition: 政府信息公开的收费及减免情况.</summary>
    Fees,

    /// <summary>2008 edition: 附表, 政府信息公开情况统计表.</summary>
    Statistics,

    /// <summary>A section that the form does not know.</summary>
    Additional,
}

/// <summary>A section of a report's prose.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Heading">Its heading as printed; empty for the preamble.</param>
/// <param name="Blocks">Its sub-headings (<see cref="Documents.Heading"/>), paragraphs and those tables that are not statutory, in order.</param>
/// <param name="Location">Where it begins.</param>
public sealed record Section(SectionKind Kind, string Heading, ImmutableArray<Block> Blocks, SourceLocation Location);
