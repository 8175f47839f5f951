namespace Gegevensdeling.Api.Routes;

/// <summary>
/// A file that is coming in. It is whole only once its end was read: a handler records nothing before that. What of it was stored
/// before stands under <see cref="ApiRequest.Reservation"/>, where a repetition finds it.
/// </summary>
/// <param name="MediaType">One of those that the route takes, as the route spells it.</param>
/// <param name="Length">In bytes, as the client announced it; null when it did not. A file of another length ends in an error.</param>
/// <param name="Content">
/// Read once, forward, asynchronously, and only while the handler runs; never on disk, never whole in memory. Too long, cut off, or not the
/// file that this request came with before: <see cref="UploadRefusedException"/>, at each reading from then on. Whatever the handler makes
/// of that exception, the dispatcher answers with its refusal.
/// </param>
public sealed record UploadedFile(string MediaType, long? Length, Stream Content);

/// <summary>The file must not be used. An <see cref="IOException"/>, because that is what readers of streams expect; it is no outage.</summary>
public sealed class UploadRefusedException(Protocols.Refusal refusal) : IOException(refusal.Code)
{
    public Protocols.Refusal Refusal { get; } = refusal;
}
