using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>The events of a YAML file whose scalars, names of fields included, are text: an escape such as <c>\x01</c> may write anything.</summary>
/// <param name="inner">The file as it is written.</param>
/// <param name="tell">Is told the line of each scalar in which something was replaced.</param>
internal sealed class DeclaredScalars(IParser inner, Action<long> tell) : IParser
{
    public ParsingEvent? Current { get; private set; }

    public bool MoveNext()
    {
        var moved = inner.MoveNext();
        Current = inner.Current;
        if (Current is Scalar scalar && DeclaredText.Of(scalar.Value) is var text && text != scalar.Value)
        {
            tell(scalar.Start.Line);
            Current = new Scalar(scalar.Anchor, scalar.Tag, text, scalar.Style, scalar.IsPlainImplicit, scalar.IsQuotedImplicit, scalar.Start, scalar.End, scalar.IsKey);
        }

        return moved;
    }
}
