using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Summarizer.Storage;

/// <summary>Registers types by who waits for their calls of the storage.</summary>
/// <remarks>
/// The account and the stores are there once for each <see cref="StorageUse"/>, under it as their key. A type that is registered
/// for a use is given those of that use; one that is registered plainly is given those of the background.
/// </remarks>
public static class StorageUseServices
{
    /// <summary>Registers a type that is given what there is for <paramref name="use"/>.</summary>
    public static IServiceCollection AddSingletonFor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services, StorageUse use)
        where T : class
        => services.AddSingleton(p => Create<T>(p, use));

    /// <summary>Registers a type once for each use: one without a state that all would have to share.</summary>
    public static IServiceCollection AddForEachUse<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services)
        where T : class
        => services.AddForEachUse<T>(Create<T>);

    /// <inheritdoc cref="AddForEachUse{T}(IServiceCollection)"/>
    internal static IServiceCollection AddForEachUse<T>(this IServiceCollection services, Func<IServiceProvider, StorageUse, T> create)
        where T : class
    {
        foreach (var use in Enum.GetValues<StorageUse>())
            services.AddKeyedSingleton(use, (p, _) => create(p, use));
        return services.AddSingleton(p => p.GetRequiredKeyedService<T>(StorageUse.Background));
    }

    private static T Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        IServiceProvider services, StorageUse use)
        => ActivatorUtilities.CreateInstance<T>(new ServicesOf(services, use));

    private sealed class ServicesOf(IServiceProvider services, StorageUse use) : IServiceProvider
    {
        /// <summary>A list is never absent, and the keyed one empty.</summary>
        public object? GetService(Type serviceType)
            => (typeof(IEnumerable).IsAssignableFrom(serviceType)
                   ? null
                   : ((IKeyedServiceProvider)services).GetKeyedService(serviceType, use))
               ?? services.GetService(serviceType);
    }
}
