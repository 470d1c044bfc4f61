using System;
using System.Text;

namespace NaccsCert.Tests.Fuzzing.Inputs;

/// <summary>Rebuilds short texts from characters that mean something in periods, numbers and dates.</summary>
internal static class TextBender
{
    private const string Characters = "PTYMDHS0123456789-+.,:; eE\t\n\0GMTMonJunàÿ";

    /// <summary>Bends a sample by a few characters.</summary>
    public static string Bend(byte[] sample, Random random)
    {
        var text = new StringBuilder(Encoding.ASCII.GetString(sample));
        for (int changes = 1 + random.Next(6); changes > 0; changes--)
        {
            int place = random.Next(text.Length + 1);
            char character = Characters[random.Next(Characters.Length)];
            if (random.Next(2) == 0 || place == text.Length)
            {
                text.Insert(place, new string(character, random.Next(12) == 0 ? 400 : 1));
            }
            else
            {
                text[place] = character;
            }
        }

        return text.ToString();
    }
}
