namespace FinalAccounts.Service.Settings;

/// <summary>What addresses of robots may be called, section FinalAccounts:Robots. An address that an administrator types must not reach into the bureau's own network.</summary>
public sealed class RobotOptions
{
    /// <summary>Whether http is called as well.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Whether private and local addresses are called as well.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>Seconds that an answer may take.</summary>
    public int Seconds { get; set; } = 10;
}
