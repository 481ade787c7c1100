/** Where a project says what its reviewers know: waivers, what rules are advice, what environments declare. */
export const verifyFile = "verify.json";
