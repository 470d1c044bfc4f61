using System;
using System.Collections.Generic;

namespace NaccsCert.Messages.Ber;

/// <summary>
/// Cuts values out of BER (X.690) without decoding them, so that what was signed stays as it came. Lengths may be
/// definite or indefinite; depth and number of values are bounded.
/// </summary>
internal readonly struct BerValue
{
    /// <summary>More members than any list of ours has.</summary>
    private const int MaxMembers = 200_000;

    private const int MaxDepth = 32;
    private const int LongTag = 0x1F;
    private const int Indefinite = 0x80;

    private readonly byte[] _source;
    private readonly int _start;
    private readonly int _content;
    private readonly int _contentEnd;
    private readonly int _end;

    private BerValue(byte[] source, int start, int content, int contentEnd, int end)
    {
        _source = source;
        _start = start;
        _content = content;
        _contentEnd = contentEnd;
        _end = end;
    }

    /// <summary>The identifier octet.</summary>
    public byte Tag => _source[_start];

    /// <summary>How many octets the content has.</summary>
    public int Length => _contentEnd - _content;

    /// <summary>Reads the one value that some bytes are.</summary>
    /// <param name="source">The bytes; they must not change any more.</param>
    /// <exception cref="FormatException">They are none, or more than one.</exception>
    public static BerValue Read(byte[] source)
    {
        BerValue value = At(source, 0, source.Length, 0);
        return value._end == source.Length ? value : throw new FormatException("bytes after the value");
    }

    /// <summary>Reads the value that some bytes begin with, whatever follows it.</summary>
    /// <param name="source">The bytes; they must not change any more.</param>
    /// <exception cref="FormatException">They begin with none.</exception>
    public static BerValue ReadFirst(byte[] source) => At(source, 0, source.Length, 0);

    /// <summary>Reads the values that some bytes begin with, whatever follows them.</summary>
    /// <param name="source">The bytes; they must not change any more.</param>
    /// <param name="tag">The identifier octet of those that follow the first.</param>
    /// <returns>The values in their order, at least one.</returns>
    /// <exception cref="FormatException">They begin with none.</exception>
    public static IReadOnlyList<BerValue> ReadLeading(byte[] source, byte tag)
    {
        List<BerValue> values = [ReadFirst(source)];
        while (values[values.Count - 1]._end is int position && position < source.Length && source[position] == tag
            && TryAt(source, position) is { } next)
        {
            values.Add(next);
        }

        return values;
    }

    /// <summary>The value as it came, header and all.</summary>
    public byte[] Encoded() => Slice(_start, _end);

    /// <summary>The content as it came.</summary>
    public byte[] Content() => Slice(_content, _contentEnd);

    /// <summary>One octet of the content.</summary>
    public byte this[int index] =>
        index < Length ? _source[_content + index] : throw new FormatException("a value that is too short");

    /// <summary>Refuses a value of another kind.</summary>
    /// <param name="tag">The expected identifier octet.</param>
    /// <returns>The same value.</returns>
    /// <exception cref="FormatException">It is of another kind.</exception>
    public BerValue As(byte tag) =>
        Tag == tag ? this : throw new FormatException($"tag {Tag:X2} instead of {tag:X2}");

    /// <summary>The members of a value that has some.</summary>
    /// <exception cref="FormatException">It has none, or what is in it is no BER.</exception>
    public List<BerValue> Members()
    {
        if ((Tag & BerTag.Constructed) == 0)
        {
            throw new FormatException($"tag {Tag:X2} has no members");
        }

        var members = new List<BerValue>();
        for (int position = _content; position < _contentEnd;)
        {
            BerValue member = At(_source, position, _contentEnd, 0);
            position = member._end;
            members.Add(members.Count < MaxMembers ? member : throw new FormatException($"more than {MaxMembers} values"));
        }

        return members;
    }

    /// <summary>The first member of a value that has some.</summary>
    /// <exception cref="FormatException">It has none.</exception>
    public BerValue First() => (Tag & BerTag.Constructed) != 0
        ? At(_source, _content, _contentEnd, 0)
        : throw new FormatException($"tag {Tag:X2} has no members");

    /// <summary>The value inside an explicit tag or a wrapping string.</summary>
    /// <exception cref="FormatException">There is none, or more than one.</exception>
    public BerValue Inner()
    {
        BerValue inner = At(_source, _content, _contentEnd, 0);
        return inner._end == _contentEnd ? inner : throw new FormatException("more than one value");
    }

    private static BerValue? TryAt(byte[] source, int start)
    {
        try
        {
            return At(source, start, source.Length, 0);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static BerValue At(byte[] source, int start, int limit, int depth)
    {
        int position = start;
        byte tag = Octet(source, position++, limit);
        if ((tag & LongTag) == LongTag)
        {
            throw new FormatException("a tag of more than one octet");
        }

        int first = Octet(source, position++, limit);
        if (first == Indefinite)
        {
            return ToEndOfContents(source, start, position, limit, depth);
        }

        long length = first;
        if (first > Indefinite)
        {
            length = 0;
            for (int octets = first & 0x7F; octets > 0; octets--)
            {
                length = (length << 8) | Octet(source, position++, limit);
                if (length > limit)
                {
                    throw new FormatException("a value that is cut off");
                }
            }
        }

        long end = position + length;
        return end <= limit
            ? new BerValue(source, start, position, (int)end, (int)end)
            : throw new FormatException("a value that is cut off");
    }

    // X.690, section 8.1.3.6: two octets of zero end it.
    private static BerValue ToEndOfContents(byte[] source, int start, int content, int limit, int depth)
    {
        if ((source[start] & BerTag.Constructed) == 0 || depth == MaxDepth)
        {
            throw new FormatException("an indefinite length where there is none");
        }

        int position = content;
        while (Octet(source, position, limit) != 0)
        {
            position = At(source, position, limit, depth + 1)._end;
        }

        return Octet(source, position + 1, limit) == 0
            ? new BerValue(source, start, content, position, position + 2)
            : throw new FormatException("no end of contents");
    }

    private static byte Octet(byte[] source, int position, int limit) =>
        position < limit ? source[position] : throw new FormatException("a value that is cut off");

    private byte[] Slice(int start, int end)
    {
        byte[] slice = new byte[end - start];
        Buffer.BlockCopy(_source, start, slice, 0, slice.Length);
        return slice;
    }
}
