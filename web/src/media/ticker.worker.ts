const scope = self as unknown as {
  onmessage: ((event: MessageEvent<number>) => void) | null;
  postMessage(message: null): void;
};

scope.onmessage = ({ data: hertz }) => {
  setInterval(() => scope.postMessage(null), 1000 / hertz);
};
