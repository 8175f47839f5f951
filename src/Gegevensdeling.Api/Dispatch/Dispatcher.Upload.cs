using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>The part for a body that is a file. What its headers tell is refused unread; the claim is made before the file is.</summary>
public sealed partial class Dispatcher
{
    private async Task<FaceResult> UploadAsync(Visit visit, IReadOnlyDictionary<string, string> query, string key, FileBody file, HttpContext http)
    {
        if (http.Request.ContentLength > file.MostBytes)
            return await RefuseAsync(visit, FaceRefusals.FileTooLarge(file), []);
        var type = MediaTypes.Of(http.Request, file.MediaTypes);
        if (http.Request.ContentLength > 0 && type is null)
            return await RefuseAsync(visit, FaceRefusals.FileMediaType(file), []);
        var request = new ApiRequest(visit.Caller, visit.Values, query, null, visit.Purpose, visit.Correlation, visit.At);
        if (visit.Route.Access is Access.Granted access && await StandAsync(visit, access, request, http.RequestAborted) is { } refusal)
            return await RefuseAsync(visit, refusal, []);

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = Upload.ServerLimit(file);
        using var upload = new Upload(http.Request, file, http.RequestAborted);
        try
        {
            var came = await upload.BeginAsync();
            if (came && type is null)
                return await RefuseAsync(visit, FaceRefusals.FileMediaType(file), []);
            if (!came && file.Required)
                return await RefuseAsync(visit, FaceRefusals.FileMissing, []);
            var uploaded = came ? new UploadedFile(type!, http.Request.ContentLength, new UploadStream(upload)) : null;
            return await OnceAsync(visit, request.With(uploaded), await ClaimAsync(visit, request, key, uploaded, upload, http), upload);
        }
#pragma warning disable CA1031 // whatever the handler made of it: a file that must not be used has its own answer
        catch (Exception) when (upload.Fault is not null)
#pragma warning restore CA1031
        {
            return await RefuseAsync(visit, upload.Fault, []);
        }
    }

    /// <summary>On the path, the parameters, the purpose and the media type; where that was done before, the file is read to compare it and the handler does not run.</summary>
    private async Task<Claim> ClaimAsync(Visit visit, ApiRequest request, string key, UploadedFile? uploaded, Upload upload, HttpContext http)
    {
        var path = $"{http.Request.Path}{http.Request.QueryString}";
        var claim = await ledger.ClaimAsync(visit.Route, request.Caller, key, path, visit.Purpose ?? string.Empty, uploaded?.MediaType ?? string.Empty, http.RequestAborted);
        if (claim is Claim.Held held)
            upload.BindTo(ledger, held.Row, isPromised: true);
        if (claim is not Claim.Compare { Row: var done })
            return claim;

        upload.BindTo(ledger, done, isPromised: false);
        return IdempotencyLedger.Repeat(done, await upload.FinishAsync());
    }
}
