using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NaccsCert.Messages;
using NaccsCert.Messages.Est;
using NaccsCert.Tests.Fuzzing.Parsers;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Inputs for a parser: noise, bent samples, and samples rebuilt with a part of them replaced.</summary>
internal static class InputSource
{
    // FsCheck chooses the number, from which everything else follows.
    public static Arbitrary<Input> For(Parser parser) => Arb.From(
        Gen.Choose(0, 1 << 30).Select(number => new Input(Make(parser, new Random(number)))),
        input => input.Shrink());

    private static byte[] Make(Parser parser, Random random) => random.Next(10) switch
    {
        0 => Noise(random),
        < 4 => ByteBender.Bend(Sample(parser, random), Sample(parser, random), random),
        4 => ByteBender.Bend(Rebuild(parser, random), Sample(parser, random), random),
        _ => Rebuild(parser, random),
    };

    private static byte[] Sample(Parser parser, Random random) => parser.Samples[random.Next(parser.Samples.Count)];

    private static byte[] Noise(Random random)
    {
        byte[] noise = new byte[random.Next(random.Next(600) + 1)];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] Rebuild(Parser parser, Random random) => parser.Shape switch
    {
        Shape.Asn1 => Wrap(Asn1Bender.Bend(Sample(parser, random), random), random),
        Shape.Json => Encode(JsonBender.Bend(Sample(parser, random), random), random),
        _ => Encode(TextBender.Bend(Sample(parser, random), random), random),
    };

    private static byte[] Wrap(byte[] der, Random random) => random.Next(8) switch
    {
        0 => EnrollmentRequestBody.Encode(der),
        1 => Encoding.ASCII.GetBytes(Convert.ToBase64String(der)),
        2 => Encoding.ASCII.GetBytes(Pem.Encode("CERTIFICATE", der)),
        3 => Encoding.ASCII.GetBytes(Pem.Encode("X509 CRL", der)),
        _ => der,
    };

    private static byte[] Encode(string text, Random random) => random.Next(12) switch
    {
        0 => Encoding.Unicode.GetBytes(text),
        1 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        2 => Encoding.BigEndianUnicode.GetBytes(text),
        3 => Encoding.UTF32.GetBytes(text),
        4 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        5 => Encoding.Latin1.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };
}
