namespace DisclosureArchive.Theme.Components;

/// <summary>The numbers at the side of a chart: from 0 in round steps to a number that nothing drawn exceeds.</summary>
/// <param name="Top">The last of them; 0 if everything drawn is 0.</param>
public readonly record struct ChartScale(double Top, double Step)
{
    /// <summary>The scale for figures up to a largest one. Figures are counts: no step is a fraction.</summary>
    /// <param name="mostSteps">How many steps there is room for.</param>
    public static ChartScale Of(double largest, int mostSteps = 4)
    {
        if (largest <= 0)
            return new ChartScale(0, 1);
        var decade = 1.0;
        while (decade * 10 * mostSteps < largest)
            decade *= 10;
        foreach (var step in (ReadOnlySpan<double>)[decade, 2 * decade, 5 * decade, 10 * decade])
            if (step * mostSteps >= largest)
                return new ChartScale(Math.Ceiling(largest / step) * step, step);
        throw new InvalidOperationException("Ten decades hold what one does not.");
    }

    /// <summary>The numbers to be written, 0 first.</summary>
    public IEnumerable<double> Numbers
    {
        get
        {
            var (top, step) = this;
            return Enumerable.Range(0, (int)Math.Round(top / step) + 1).Select(i => i * step);
        }
    }
}
