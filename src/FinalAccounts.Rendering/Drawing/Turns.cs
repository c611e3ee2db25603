namespace FinalAccounts.Rendering.Drawing;

/// <summary>Points on a circle, by turns clockwise from its top.</summary>
internal static class Turns
{
    public static (double X, double Y) Point(double x, double y, double radius, double turn) =>
        (x + (Math.Sin(2 * Math.PI * turn) * radius), y - (Math.Cos(2 * Math.PI * turn) * radius));
}
