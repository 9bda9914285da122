using DisclosureArchive.Fuzzing.Seeds;
using DisclosureArchive.Fuzzing.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>
/// Changes bytes of any file. In a text file it is known where the text changed. The parts of a zip package have checksums, so that no damage may give another figure.
/// Of other containers (PDF, the old Word format) nothing tells damaged text from sound text: only that they are read to an end, or refused.
/// </summary>
internal sealed class ByteMutator : Mutator
{
    private const int LongestRun = 64;

    public override bool Fits(Seed seed) => seed.Source.Content.Length > 0;

    public override Mutation? Mutate(Seed seed, SplitMix random)
    {
        var bytes = seed.Source.Content.ToArray().ToList();
        var at = random.Below(bytes.Count);
        var length = Math.Min(random.OneIn(2) ? 1 : random.Between(2, LongestRun), bytes.Count - at);
        string what;
        switch (random.Below(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Below(8));
                what = "flip a bit";
                break;
            case 1:
                bytes[at] = (byte)random.Below(256);
                what = "set a byte";
                break;
            case 2:
                bytes.RemoveRange(at, length);
                what = $"delete {length} bytes";
                break;
            case 3:
                bytes.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Below(256)));
                what = $"insert {length} bytes";
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                what = $"repeat {length} bytes";
                break;
            case 5:
                bytes.InsertRange(random.Below(bytes.Count), bytes.GetRange(at, length));
                what = $"splice {length} bytes";
                break;
            case 6:
                for (var i = at; i < at + length; i++)
                    bytes[i] = 0;
                what = $"zero {length} bytes";
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                what = "truncate";
                break;
        }

        byte[] content = [.. bytes];
        return Of(seed, $"{what} at byte {at}", content, AllowanceOf(seed, content));
    }

    private static Allowance AllowanceOf(Seed seed, byte[] content) => seed.Format switch
    {
        _ when seed.IsText => CharacterMutator.AllowanceOf(seed, TextCoding.Decode(seed.Source.Content), TextCoding.Decode(content)),
        DocumentFormat.Docx or DocumentFormat.Xlsx => Allowances.Nothing,
        _ => Allowances.Anything,
    };
}
