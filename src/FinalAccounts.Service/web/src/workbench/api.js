// Calls of the workbench's end points. An answer that is no success is an Error with the server's sentence and its status.
const antiforgery = document.querySelector('meta[name="antiforgery"]')?.content;

export class Refused extends Error {
  constructor(status, message, body) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

export async function call(method, path, body, options = {}) {
  const response = await fetch(path, {
    method,
    headers: { Accept: 'application/json, application/problem+json', 'Content-Type': 'application/json', RequestVerificationToken: antiforgery },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  });
  const answer = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
  if (!response.ok) {
    throw new Refused(response.status, answer?.detail ?? '操作没有完成，请稍后再试。', answer);
  }

  return answer;
}
