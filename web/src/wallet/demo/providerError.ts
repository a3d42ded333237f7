/** An error as EIP-1193 defines it: a message for developers, in English like every wallet's, and a code. */
export class ProviderError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = "ProviderError";
    this.code = code;
  }
}

export const rejected = () => new ProviderError(4001, "The person rejected the request");
export const unauthorized = () => new ProviderError(4100, "This account was not granted");
export const unsupported = (method: string) =>
  new ProviderError(4200, `Demo wallets do not know ${method.slice(0, 60)}`);
export const invalid = (why: string) => new ProviderError(-32602, `Invalid parameters: ${why}`);
