/** Style sheets that a screen brings with it. */
declare module '*.css';
