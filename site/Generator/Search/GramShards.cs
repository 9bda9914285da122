using System.Buffers;
using System.Buffers.Binary;

namespace DisclosureArchive.Generator.Search;

/// <summary>
/// Turns postings to shards: each holds the grams of some hashes with their lists. A shard is a table of its grams (shared beginning × 4 + length, then the characters that differ, in order), a table of their lists
/// (form, count, length) and the lists, one after the other.
/// </summary>
/// <param name="postings">Sealed.</param>
/// <param name="reports">How many reports the archive has.</param>
/// <param name="bits">Of the hash that tell the shard: there are 2^bits shards.</param>
internal sealed class GramShards(Postings postings, int reports, int bits)
{
    /// <summary>A list longer than this stands in a file of its own, so that a shard stays light.</summary>
    private const int LongestWithin = 4096;

    private const int RangeBits = 8;

    /// <summary>How many independent pieces of work the shards are.</summary>
    public int Pieces => 1 << Math.Min(bits, RangeBits);

    /// <summary>A piece's files: numbers or grams as names, and content.</summary>
    public IEnumerable<(string Name, byte[] Content)> Make(int piece)
    {
        var ranges = Postings.Ranges / Pieces;
        var grams = new List<ulong>();
        var lists = new List<PostingList>();
        for (var range = piece * ranges; range < (piece + 1) * ranges; range++)
            foreach (var (gram, found) in postings.Range(range))
            {
                grams.Add(gram);
                lists.Add(PostingList.Of(found.Span, reports));
            }

        var shards = (1 << bits) / Pieces;
        var order = Enumerable.Range(0, grams.Count).ToLookup(i => (Gram.HashOf(grams[i]) >> (Gram.HashBits - bits)) & (shards - 1));
        for (var shard = 0; shard < shards; shard++)
        {
            var members = order[shard].OrderBy(i => Gram.WithoutHash(grams[i])).ToList();
            foreach (var i in members.Where(i => lists[i].Bytes.Length > LongestWithin))
            {
                yield return ($"lists/{Gram.NameOf(grams[i])}", [lists[i].Form, .. lists[i].Bytes]);
                lists[i] = lists[i] with { Form = PostingList.Elsewhere, Bytes = [] };
            }

            yield return ($"{(piece * shards) + shard:x}", Shard(members, grams, lists));
        }
    }

    private static byte[] Shard(List<int> members, List<ulong> grams, List<PostingList> lists)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.WriteVarint((ulong)members.Count);
        var last = 0ul;
        foreach (var i in members)
        {
            var gram = grams[i];
            var length = Gram.LengthOf(gram);
            var shared = 0;
            while (shared < Math.Min(length, Gram.LengthOf(last)) && Gram.At(gram, shared) == Gram.At(last, shared))
                shared++;
            bytes.WriteVarint((ulong)((shared << 2) | length));
            for (var c = shared; c < length; c++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(bytes.GetSpan(2), Gram.At(gram, c));
                bytes.Advance(2);
            }

            last = gram;
        }

        foreach (var i in members)
        {
            bytes.WriteVarint(lists[i].Form);
            bytes.WriteVarint((ulong)lists[i].Count);
            bytes.WriteVarint((ulong)lists[i].Bytes.Length);
        }

        foreach (var i in members)
            bytes.Write(lists[i].Bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
