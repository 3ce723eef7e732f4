import type { SearchMessages } from '../../react/words/search.js';

export const search: SearchMessages = {
  byMeaning: '意味で検索',
  toEmbed: ({ count, written }) => `${count === 0 ? '' : `先に${written}件のプロンプトを読み取ります。`}費用はわかりません。`,
  embedded: ({ done, total }) => `${total.written}件中${done.written}件を読み取り済み`,
  foundBy: (basis) => (basis === 'meaning' ? '意味で見つけた結果' : '語句で見つけた結果'),
  absent: 'ここでは意味による検索は使えません',
};
