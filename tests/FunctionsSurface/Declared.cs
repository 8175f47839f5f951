namespace FunctionsSurface;

/// <summary>
/// Every body of this project: it declares what other packages do (Microsoft.Azure.Functions.Worker, Microsoft.DurableTask), so that the host compiles where
/// no feed has them. Only what merely carries a value carries it. Nothing here is Azure Functions, and a run on it is none.
/// </summary>
internal static class Declared
{
    public static Exception Only => new NotSupportedException("Declared only: the real package is not here");
}
