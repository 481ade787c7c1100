/** A call's answer, or undefined when AWS answers with one of these errors. */
export async function unlessMissing<Answer>(
  call: Promise<Answer>,
  ...errors: readonly string[]
): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && errors.includes(error.name)) return undefined;
    throw error;
  }
}
