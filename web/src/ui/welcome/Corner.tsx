/** Two people under a street lamp in the evening, and the ring that burns down around them. Decoration. */
export function Corner({ className }: { readonly className: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 400 400" aria-hidden="true">
      <defs>
        <radialGradient id="glow" cx="50%" cy="50%" r="50%">
          <stop offset="0%" stopColor="var(--lamp)" stopOpacity="0.5" />
          <stop offset="100%" stopColor="var(--lamp)" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="cone" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0%" stopColor="var(--lamp)" stopOpacity="0.6" />
          <stop offset="100%" stopColor="var(--lamp)" stopOpacity="0.08" />
        </linearGradient>
        <clipPath id="within">
          <circle cx="200" cy="200" r="166" />
        </clipPath>
      </defs>
      <g clipPath="url(#within)">
        <circle cx="200" cy="200" r="166" fill="oklch(0.21 0.03 268)" />
        <g fill="oklch(0.26 0.035 268)">
          <path d="M20 330 V170 h58 v-34 h52 V330 Z" />
          <path d="M270 330 V150 h44 v30 h70 V330 Z" />
        </g>
        <g fill="oklch(0.72 0.1 80 / 0.5)">
          <path d="M92 160 h10 v14 h-10 Z M332 214 h10 v14 h-10 Z M290 176 h10 v14 h-10 Z M56 206 h10 v14 h-10 Z" />
        </g>
        <path d="M20 322 Q200 308 380 322 V400 H20 Z" fill="oklch(0.17 0.025 268)" />
        <ellipse cx="200" cy="330" rx="132" ry="22" fill="var(--lamp)" opacity="0.22" />
        <path d="M184 100 L74 330 Q200 352 326 330 L216 100 Z" fill="url(#cone)" />
        <path d="M112 34 Q200 22 200 84" fill="none" stroke="oklch(0.5 0.03 268)" strokeWidth="6" />
        <circle cx="200" cy="100" r="62" fill="url(#glow)" />
        <path d="M172 104 Q176 80 200 80 T228 104 Z" fill="oklch(0.5 0.03 268)" />
        <ellipse cx="200" cy="104" rx="20" ry="6" fill="oklch(0.97 0.06 88)" />
        <g fill="oklch(0.7 0.11 38)">
          <circle cx="158" cy="222" r="21" />
          <path d="M126 332 v-44 a32 36 0 0 1 64 0 v44 q-32 6 -64 0 Z" />
        </g>
        <g fill="oklch(0.68 0.075 250)">
          <circle cx="244" cy="212" r="21" />
          <path d="M211 334 v-54 a33 38 0 0 1 66 0 v54 q-33 6 -66 0 Z" />
        </g>
      </g>
      <circle cx="200" cy="200" r="184" fill="none" stroke="var(--line)" strokeWidth="5" />
      <circle
        cx="200"
        cy="200"
        r="184"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="5"
        strokeLinecap="round"
        pathLength="100"
        strokeDasharray="82 100"
        transform="rotate(-90 200 200)"
      />
    </svg>
  );
}
