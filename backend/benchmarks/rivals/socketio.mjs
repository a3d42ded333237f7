// The smallest relay that socket.io's documentation suggests: an event with an addressee goes to that socket.
import { Server } from "socket.io";
import { collectOnDemand } from "./collect.mjs";

collectOnDemand();
const io = new Server({ transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  socket.on("signal", (to, payload) => {
    socket.to(to).emit("signal", payload);
  });
});
io.listen(Number(process.argv[2]));
