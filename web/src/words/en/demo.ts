/** The demo wallets’ own window, on a development chain. */
export default {
  title: "{wallet} · Demo wallet",
  "connect.question": "May {host} see the address of this wallet?",
  "sign.question": "{host} asks you to sign this text:",
  "send.question": "{host} asks you to send a transaction:",
  "connect.answer": "Connect",
  "sign.answer": "Sign",
  "send.answer": "Confirm",
  reject: "Reject",
  hint: "This window stands in for a real wallet. Its key is public and its money is play money.",
  text: "Text to sign",
  to: "To",
  amount: "Amount",
  data: "Data",
} as const;
