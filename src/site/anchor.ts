const anchorComment = /^\s*\/\*\s*#([a-z0-9]+(?:-[a-z0-9]+)*)\s*\*\/\s*$/;

/**
 * The anchor named by the comment at the end of a heading, or null for any other expression.
 *
 * @example anchorOf('/* #what-overlaps *\/') // 'what-overlaps'
 */
export function anchorOf(expression: string): string | null {
  return anchorComment.exec(expression)?.[1] ?? null;
}
