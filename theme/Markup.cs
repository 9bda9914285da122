using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme;

/// <summary>
/// Writes elements as text, where an archive has millions of them and a render tree would cost several times as much. Texts and values are
/// encoded as everywhere on the site.
/// </summary>
public sealed class Markup
{
    private readonly StringBuilder _text = new(1024);
    private bool _isInTag;

    /// <summary>How text becomes HTML. The default of the framework turns each Chinese character into a reference and doubles the page.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public Markup Open(string element)
    {
        EndTag();
        _text.Append('<').Append(element);
        _isInTag = true;
        return this;
    }

    /// <param name="value">Null to leave the attribute out.</param>
    public Markup With(string attribute, string? value)
    {
        if (value is not null)
            _text.Append(' ').Append(attribute).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        return this;
    }

    public Markup Text(string text)
    {
        EndTag();
        _text.Append(Encoder.Encode(text));
        return this;
    }

    public Markup Close(string element)
    {
        EndTag();
        _text.Append("</").Append(element).Append('>');
        return this;
    }

    public Markup Line()
    {
        EndTag();
        _text.Append('\n');
        return this;
    }

    /// <summary>What was written.</summary>
    public MarkupString Whole() => new(_text.ToString());

    private void EndTag()
    {
        if (_isInTag)
            _text.Append('>');
        _isInTag = false;
    }
}
