using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NaccsCert.Sandbox.Http;
using NaccsCert.Sandbox.Issuance;

namespace NaccsCert.Sandbox.Browser;

/// <summary>The page where a browser gets a certificate with its key: three codes in a form, and a PKCS #12 file.</summary>
/// <param name="services">Issues certificates.</param>
/// <param name="gate">Stands before the page.</param>
internal sealed class CertificatePage(IssuanceServices services, ServiceGate gate)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/";

    private const string FormType = "application/x-www-form-urlencoded";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, gate.Before(context => Task.FromResult(Get(context))));
        routes.MapPost(Path, gate.Before(PostAsync));
    }

    private static HttpReply Get(HttpContext context) =>
        RefuseWithoutTls(context) ?? Html(context, StatusCodes.Status200OK, PageWriter.For(context).Form(message: null));

    private async Task<HttpReply> PostAsync(HttpContext context)
    {
        HttpReply? refusal = RefuseWithoutTls(context)
            ?? RefuseFromElsewhere(context.Request)
            ?? RequestBody.RefuseByHeaders(context.Request, FormType, anyLength: false);
        if (refusal is not null)
        {
            return refusal;
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string[] codes = [.. PageWriter.Codes.Select(name => Folded(form[name]))];
        ((long Id, string Terminal)? codeSet, TimeSpan? wait) =
            services.Codes.Check(context.Connection.RemoteIpAddress, codes[0], codes[1] + codes[2]);
        if (wait is not null)
        {
            return HttpReply.TooManyGuesses(wait.Value);
        }

        PageWriter page = PageWriter.For(context);
        if (codeSet is null)
        {
            return Html(context, StatusCodes.Status403Forbidden, page.Form("CodesUnknown"));
        }

        (Outcome outcome, byte[] key) = await services.MadeKeys.EnrollAsync(
            codeSet.Value, string.Concat(codes), services.Revocation(context), context.RequestAborted);
        switch (outcome.Decision)
        {
            case Decision.Issued:
                return Html(
                    context,
                    StatusCodes.Status200OK,
                    page.Download(codeSet.Value.Terminal, CertificateFile.Make(outcome.Certificate, key, services.Bundle.Authorities)));
            case Decision.Pending:
                return Html(context, StatusCodes.Status202Accepted, page.Form("Pending"));
            default:
                return Html(context, StatusCodes.Status403Forbidden, page.Form("CodesUsed"));
        }
    }

    // People copy codes from a Japanese page, with blanks around them and in full-width letters.
    private static string Folded(string? code) => (code ?? string.Empty).Normalize(NormalizationForm.FormKC).Trim();

    private static HttpReply? RefuseWithoutTls(HttpContext context) =>
        context.Request.IsHttps ? null : HttpReply.Refusal(StatusCodes.Status403Forbidden, "this page needs TLS");

    // There is no sign-in that another site's form could ride on, but it could hand out a certificate of its own choice.
    private static HttpReply? RefuseFromElsewhere(HttpRequest request) =>
        request.Headers.Origin == $"{request.Scheme}://{request.Host}"
            ? null
            : HttpReply.Refusal(StatusCodes.Status403Forbidden, "the form was sent from another page");

    private static HttpReply Html(HttpContext context, int status, string html)
    {
        PageHeaders.AddTo(context.Response);
        return new HttpReply(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));
    }
}
