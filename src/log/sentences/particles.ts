/**
 * Korean particles after names and numbers: which of two forms follows depends on the last sound of what stands before.
 * Names in programs are written in Latin letters, so that sound is that of the word as Koreans say it.
 */

/** With and without a final consonant before it. */
export const PARTICLES = {
  topic: ['은', '는'],
  subject: ['이', '가'],
  object: ['을', '를'],
  and: ['과', '와'],
  by: ['으로', '로'],
  called: ['이라는', '라는'],
  quoted: ['이라고', '라고'],
} as const;

export type Particle = keyof typeof PARTICLES;

/** @example withParticle('worker-1', 'subject') === '이' */
export function particleAfter(word: string, particle: Particle): string {
  const [closed, open] = PARTICLES[particle];
  const sound = lastSound(word);
  // 로 also follows ㄹ.
  if (particle === 'by' && sound === 'rieul') return open;
  return sound === 'open' ? open : closed;
}

type Sound = 'open' | 'closed' | 'rieul';

/** How the digits end: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS: readonly Sound[] = ['closed', 'rieul', 'open', 'closed', 'open', 'open', 'closed', 'rieul', 'rieul', 'open'];

function lastSound(word: string): Sound {
  const heard = word.replace(/[^\p{L}\p{N}]+$/u, '');
  const last = heard.at(-1);
  if (last === undefined) return 'open';
  if (last >= '가' && last <= '힣') return hangulSound(last);
  if (/[0-9]/u.test(last)) return DIGITS[Number(last)] ?? 'open';
  return latinSound(/[A-Za-z]+$/u.exec(heard)?.[0] ?? last);
}

const RIEUL_INDEX = 8;
const FINALS = 28;

function hangulSound(syllable: string): Sound {
  const final = (syllable.charCodeAt(0) - '가'.charCodeAt(0)) % FINALS;
  return final === 0 ? 'open' : final === RIEUL_INDEX ? 'rieul' : 'closed';
}

/**
 * A word by its spelling. A letter alone, or a word in capitals, is spelt out (엘, 엠, 엔, 알). Otherwise l m n (and ng)
 * close the last syllable, also before a silent e, and so do p t k c b after a short vowel: 틱, 겟, 잡, 슬립, 굿, 그룹, but 워크, 태스크, 로그.
 */
function latinSound(word: string): Sound {
  if (word.length === 1 || (word.length <= 3 && word === word.toUpperCase())) {
    const letter = word.slice(-1).toLowerCase();
    return letter === 'l' || letter === 'r' ? 'rieul' : letter === 'm' || letter === 'n' ? 'closed' : 'open';
  }
  const lower = word.toLowerCase().replaceAll('qu', 'q');
  if (/(?:l|[aeiouy]le|[bcdfgkpstz]le)$/u.test(lower)) return 'rieul';
  if (/(?:m|n|ng|[aeiou](?:m|n)e)$/u.test(lower)) return 'closed';
  if (/(?:^|[^aeiou])[aeiou](?:ck|p|t|k|c|b)$/u.test(lower) || /(?:ee[pt]|oo[dk]|ou[pt])$/u.test(lower)) return 'closed';
  return 'open';
}
