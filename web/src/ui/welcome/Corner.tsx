/** Two people under a street lamp, and the ring that burns down around them. Decoration. */
export function Corner({ className }: { readonly className: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 400 400" aria-hidden="true">
      <defs>
        <radialGradient id="pool" cx="50%" cy="78%" r="60%">
          <stop offset="0%" stopColor="var(--accent)" stopOpacity="0.5" />
          <stop offset="55%" stopColor="var(--accent)" stopOpacity="0.12" />
          <stop offset="100%" stopColor="var(--accent)" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="cone" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0%" stopColor="var(--accent)" stopOpacity="0.55" />
          <stop offset="100%" stopColor="var(--accent)" stopOpacity="0.04" />
        </linearGradient>
        <clipPath id="within">
          <circle cx="200" cy="200" r="164" />
        </clipPath>
      </defs>
      <g clipPath="url(#within)">
        <circle cx="200" cy="200" r="164" fill="var(--ink)" />
        <ellipse cx="200" cy="318" rx="150" ry="52" fill="url(#pool)" />
        <path d="M186 92 L84 322 Q200 366 316 322 L214 92 Z" fill="url(#cone)" />
        <path d="M200 36 V72" stroke="oklch(0.45 0.02 265)" strokeWidth="5" strokeLinecap="round" />
        <path d="M176 90 Q200 62 224 90 Z" fill="oklch(0.45 0.02 265)" />
        <ellipse cx="200" cy="92" rx="16" ry="5" fill="oklch(0.96 0.07 85)" />
        <g fill="oklch(0.72 0.09 40)">
          <circle cx="156" cy="204" r="23" />
          <path d="M122 320 V276 A34 40 0 0 1 190 276 V320 Q156 332 122 320 Z" />
        </g>
        <g fill="oklch(0.66 0.07 255)">
          <circle cx="246" cy="196" r="23" />
          <path d="M211 322 V270 A35 42 0 0 1 281 270 V322 Q246 334 211 322 Z" />
        </g>
      </g>
      <circle cx="200" cy="200" r="182" fill="none" stroke="var(--line)" strokeWidth="5" />
      <circle
        cx="200"
        cy="200"
        r="182"
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
