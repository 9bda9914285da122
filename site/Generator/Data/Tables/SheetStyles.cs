namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>How a cell of a sheet looks: its place in <see cref="SheetStyles.Xml"/>.</summary>
internal enum SheetStyle
{
    Plain,
    Header,
    Number,
    Date,

    /// <summary>A word that stands where a number would: grey, so that it is not overlooked.</summary>
    Word,

    /// <summary>Long text in several lines.</summary>
    Wrapped,
}

/// <summary>The styles of a workbook.</summary>
internal static class SheetStyles
{
    public const string Xml = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.######;-#,##0.######"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><sz val="11"/><color rgb="FF6B6B6B"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="right"/></xf><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
        """;
}
