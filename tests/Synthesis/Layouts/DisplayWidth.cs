namespace DisclosureArchive.Synthesis;

/// <summary>How wide text is where a Chinese character takes two columns.</summary>
internal static class DisplayWidth
{
    public static int Of(char character) =>
        character is >= '\u1100' and <= '\u115f' or >= '\u2e80' and <= '\ua4cf' or >= '\uac00' and <= '\ud7a3'
            or >= '\uf900' and <= '\ufaff' or >= '\ufe30' and <= '\ufe6f' or >= '\uff00' and <= '\uff60' or >= '\uffe0' and <= '\uffe6'
            ? 2 : 1;

    public static int Of(string text) => text.Sum(Of);

    /// <summary>The text filled up with spaces.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The text broken into lines of at most that width; its own line breaks are kept.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var start = 0;
            var taken = 0;
            for (var index = 0; index < line.Length; index++)
            {
                if (taken + Of(line[index]) > width)
                {
                    lines.Add(line[start..index]);
                    start = index;
                    taken = 0;
                }

                taken += Of(line[index]);
            }

            lines.Add(line[start..]);
        }

        return lines;
    }
}
