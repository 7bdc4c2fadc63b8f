/** The floor of an API operation: reads a JSON body, answers JSON. */
export async function POST(request: Request): Promise<Response> {
  const body = (await request.json()) as { legs?: unknown[] };
  return Response.json({ legs: body.legs?.length ?? 0 }, { status: 201 });
}
