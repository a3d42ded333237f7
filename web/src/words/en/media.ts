/** Camera, microphone and speaker, and what stands in their way. */
export default {
  camera: "Camera",
  microphone: "Microphone",
  speaker: "Speaker",
  "camera.numbered": "Camera {number}",
  "microphone.numbered": "Microphone {number}",
  "speaker.numbered": "Speaker {number}",
  noneFound: "None found",
  mute: "Mute",
  cameraOff: "Camera off",
  level: "Microphone level",
  ownPicture: "Your picture",
  "absence.cameraOff": "Your camera is off. They will hear you.",
  "absence.off": "This will be your picture.",
  "absence.opening": "Opening your camera. Your browser may ask you first.",
  "problem.denied":
    "Your browser keeps {what, select, camera {camera} microphone {microphone} other {camera and microphone}} from this page. Allow it beside the address, then try again.",
  "problem.none":
    "No {what, select, camera {camera} microphone {microphone} other {camera and microphone}} found. Plug in what is missing; it will be noticed.",
  "problem.busy":
    "Another application holds your {what, select, camera {camera} microphone {microphone} other {camera and microphone}}. Close it there, then try again.",
  "problem.insecure":
    "Browsers open {what, select, camera {camera} microphone {microphone} other {camera and microphone}} on secure pages only. Open this page by https or on localhost.",
  "problem.unknown":
    "Your {what, select, camera {camera} microphone {microphone} other {camera and microphone}} did not start. Restart the browser, then try again.",
  "news.replaced":
    "{what, select, camera {Your camera} other {Your microphone}} is gone. {device} is in use now.",
  "news.found": "{device} is in use now.",
  "news.kept": "That one did not open. {device} is still in use.",
} as const;
