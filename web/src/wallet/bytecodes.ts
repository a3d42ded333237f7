// What viem calls undeployed contracts with, which this page never does: 17 kB of bytecode that the lobby would wait for. See
// the alias in vite.config.ts.
export const deploylessCallViaBytecodeBytecode = "0x";
export const deploylessCallViaFactoryBytecode = "0x";
export const erc6492SignatureValidatorByteCode = "0x";
export const multicall3Bytecode = "0x";
