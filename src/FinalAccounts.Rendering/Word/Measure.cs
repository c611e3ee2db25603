using System.Globalization;

namespace FinalAccounts.Rendering.Word;

/// <summary>Lengths as Word writes them: twips (1/20 pt), half points, English metric units.</summary>
internal static class Measure
{
    public const double TwipsOfPoint = 20;

    public static int Twips(double points) => (int)Math.Round(points * TwipsOfPoint, MidpointRounding.AwayFromZero);

    public static int TwipsOfMillimetres(double millimetres) => Twips(millimetres * 72 / 25.4);

    public static long EmuOfMillimetres(double millimetres) => (long)Math.Round(millimetres * 36000, MidpointRounding.AwayFromZero);

    public static string HalfPoints(double points) => Invariant((int)Math.Round(points * 2, MidpointRounding.AwayFromZero));

    public static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
