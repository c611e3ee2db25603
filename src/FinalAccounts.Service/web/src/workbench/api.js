// Calls of the workbench's end points. An answer that is no success is an Error with the server's sentence and its status.
import { antiforgery } from '../page.js';
import { signedIn } from '../session.js';

export class Refused extends Error {
  /** @param {number} status @param {string} message @param {any} body */
  constructor(status, message, body) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {RequestInit} [options]
 * @returns {Promise<any>} What the end point answers: types.d.ts says what each does.
 */
export async function call(method, path, body, options = {}) {
  const send = () => fetch(path, {
    method,
    headers: { Accept: 'application/json, application/problem+json', 'Content-Type': 'application/json', RequestVerificationToken: antiforgery() },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  });
  let response = await send();
  if (response.status === 401 && !options.keepalive && await signedIn(false)) {
    response = await send();
  }

  const answer = response.headers.get('content-type')?.includes('json') ? await response.json() : null;
  if (!response.ok) {
    throw new Refused(response.status, answer?.detail ?? '操作没有完成，请稍后再试。', answer);
  }

  return answer;
}

/** @param {unknown} error */
export const isAbort = error => error instanceof DOMException && error.name === 'AbortError';
