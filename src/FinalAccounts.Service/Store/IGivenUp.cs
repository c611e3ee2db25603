namespace FinalAccounts.Service.Store;

/// <summary>Something that is kept while people are at work and can be made again: it is given up when they have gone.</summary>
public interface IGivenUp
{
    /// <summary>Lets go of everything.</summary>
    void GiveUp();
}
