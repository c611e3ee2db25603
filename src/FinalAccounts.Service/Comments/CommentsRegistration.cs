namespace FinalAccounts.Service.Comments;

/// <summary>Comments.</summary>
internal static class CommentsRegistration
{
    public static IServiceCollection AddComments(this IServiceCollection services) => services.AddScoped<CommentPlaces>().AddScoped<CommentDesk>();
}
