/** What a listener answers when no service has a rule for the request. */
export const notFound = [
  {
    type: "fixed-response",
    fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
  },
];
