// Questions that people ask, what they do to have them answered, and the request that it amounts to.
//
// `does` is a list of what `Visitor` can do, in the words that stand on the page; `asks` is written
// independently of it, in those of the interface. The day is `AS_OF`, and so is the start.

export const AS_OF = '2026-11-20';
/** A day on which an earlier card was in force. */
export const BEFORE = '2024-06-01';

/** @type {{ question: string, product: string, asOf?: string, does: [string, ...any[]][], asks: Record<string, any> }[]} */
export const JOURNEYS = [
  {
    question: 'our app has 25,000 users a month: what is a year?',
    product: 'chat',
    does: [
      ['type', 'Monthly active users', '25,000'],
      ['type', 'Months', '12'],
    ],
    asks: { months: 12, items: [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }] },
  },
  {
    question: 'we need groups of 1,500 and communities: what then?',
    product: 'chat',
    does: [
      ['choose', 'Premium'],
      ['type', 'Monthly active users', '25000'],
      ['type', 'Members of one group', '1500'],
      ['tick', 'Communities'],
      ['type', 'Months', '12'],
    ],
    asks: {
      months: 12,
      items: [
        {
          product: 'chat',
          edition: 'premium',
          demand: { mau: 25000, members_per_group: 1500 },
          requires: ['community-groups'],
        },
      ],
    },
  },
  {
    question: 'we grow each month for half a year',
    product: 'chat',
    does: [
      ['type', 'Months', '6'],
      ['type', 'Monthly active users', '8000'],
      ['typeByMonth', 'Monthly active users', ['8000', '10,000', '14 000', '20000', '30000', '45000']],
    ],
    asks: {
      months: 6,
      items: [{ product: 'chat', edition: 'standard', demand: { mau: [8000, 10000, 14000, 20000, 30000, 45000] } }],
    },
  },
  {
    question: 'does the trial do for 500 users?',
    product: 'chat',
    does: [
      ['choose', 'Free Trial'],
      ['type', 'Monthly active users', '500'],
      ['type', 'Months', '3'],
    ],
    asks: { months: 3, items: [{ product: 'chat', edition: 'trial', demand: { mau: 500 } }] },
  },
  {
    question: 'group calls in one application for a year',
    product: 'call',
    does: [
      ['choose', 'Group Call'],
      ['type', 'Months', '12'],
    ],
    asks: { months: 12, items: [{ product: 'call', edition: 'group', demand: {} }] },
  },
  {
    question: 'a month with the free edition of calls',
    product: 'call',
    does: [['choose', 'Free']],
    asks: { months: 1, items: [{ product: 'call', edition: 'free', demand: {} }] },
  },
  {
    question: 'three broadcasts a day too many, 45 million messages a month',
    product: 'push',
    does: [
      ['type', 'Calls a day to the all-staff and tag push interface', '103'],
      ['type', 'All-staff and tag push messages a month', '45,000,000'],
      ['type', 'Months', '12'],
    ],
    asks: {
      months: 12,
      items: [
        {
          product: 'push',
          edition: 'standard',
          demand: { broadcast_calls_per_day: 103, broadcast_messages: 45000000 },
        },
      ],
    },
  },
  {
    question: 'one message more than the index holds',
    product: 'search',
    does: [
      ['type', 'Stored messages', '1,500,001'],
      ['type', 'Search requests a month', '500000'],
      ['type', 'Months', '2'],
    ],
    asks: {
      months: 2,
      items: [
        { product: 'search', edition: 'standard', demand: { stored_messages: 1500001, search_requests: 500000 } },
      ],
    },
  },
  {
    question: 'two chatbots with 250,000 messages a month for half a year',
    product: 'chatbot',
    does: [
      ['choose', 'Premium'],
      ['type', 'Chatbots', '2'],
      ['type', 'Messages a month', '250000'],
      ['type', 'Months', '6'],
    ],
    asks: { months: 6, items: [{ product: 'chatbot', edition: 'premium', demand: { bots: 2, messages: 250000 } }] },
  },
  {
    question: 'ten agents, eight bot conversations at once, 40,000 AI messages a month',
    product: 'desk',
    does: [
      ['choose', 'Premium Desk'],
      ['type', 'Desk licenses', '10'],
      ['type', 'AI agent messages', '40,000'],
      ['type', 'Conversations that a chatbot handles at once', '8'],
      ['type', 'Months', '12'],
    ],
    asks: {
      months: 12,
      items: [
        { product: 'desk', edition: 'premium', demand: { licenses: 10, ai_messages: 40000, concurrent_chats: 8 } },
      ],
    },
  },
  {
    question: 'the same with Standard, which it is too much for',
    product: 'desk',
    does: [
      ['type', 'Desk licenses', '10'],
      ['type', 'Conversations that a chatbot handles at once', '8'],
      ['choose', 'Standard Desk'],
    ],
    asks: {
      months: 1,
      items: [{ product: 'desk', edition: 'standard', demand: { licenses: 10, concurrent_chats: 8 } }],
    },
  },
  {
    question: 'ten licenses by the price list of 2024',
    product: 'desk',
    asOf: '2024-08-01',
    does: [
      ['type', 'Agent licenses', '10'],
      ['type', 'Months', '12'],
    ],
    asks: { months: 12, items: [{ product: 'desk', edition: 'standard', demand: { licenses: 10 } }] },
  },
  {
    question: 'six agents, each with a telephone',
    product: 'contact-center',
    does: [
      ['choose', 'Premium'],
      ['type', 'Agent licenses', '6'],
      ['type', 'SIP phone licenses', '6'],
      ['type', 'Months', '12'],
    ],
    asks: {
      months: 12,
      items: [{ product: 'contact-center', edition: 'premium', demand: { licenses: 6, sip_phones: 6 } }],
    },
  },
  {
    question: 'four agents, paid for 14 months by the year, in 2024',
    product: 'contact-center',
    asOf: BEFORE,
    does: [
      ['choose', 'Essential'],
      ['type', 'Agent licenses', '4'],
      ['type', 'Months', '14'],
      ['bill', 'Annual'],
    ],
    asks: {
      months: 14,
      items: [{ product: 'contact-center', edition: 'essential', billing: 'annual', demand: { licenses: 4 } }],
    },
  },
  {
    question: 'five calls at once and 9,500 minutes a month',
    product: 'voice-agent',
    does: [
      ['type', 'Concurrent calls of each application', '5'],
      ['type', 'Call minutes a month', '9,500'],
      ['type', 'Months', '12'],
    ],
    asks: {
      months: 12,
      items: [{ product: 'voice-agent', edition: 'byom', demand: { concurrency: 5, minutes: 9500 } }],
    },
  },
  {
    question: '3,000 calls of two and a half minutes',
    product: 'voice-agent',
    does: [
      [
        'typeCalls',
        'Call minutes a month',
        [
          ['3000', '150'],
          ['20', '61'],
        ],
      ],
      ['type', 'Months', '3'],
    ],
    asks: {
      months: 3,
      items: [
        {
          product: 'voice-agent',
          edition: 'byom',
          demand: {},
          calls: {
            minutes: [
              { count: 3000, seconds: 150 },
              { count: 20, seconds: 61 },
            ],
          },
        },
      ],
    },
  },
  {
    question: '20 seats, numbers of both kinds, minutes out and in, for twelve months',
    product: 'contact-center-cn',
    does: [
      ['choose', 'Standard'],
      ['type', 'Seats', '20'],
      ['type', 'Landline numbers', '2'],
      ['type', '400 numbers', '1'],
      ['type', 'Outbound landline minutes a month', '8000'],
      ['type', 'Inbound 400 minutes a month', '3000'],
      ['type', 'Months', '12'],
    ],
    asks: {
      months: 12,
      items: [
        {
          product: 'contact-center-cn',
          edition: 'standard',
          demand: {
            seats: 20,
            landline_numbers: 2,
            tollfree_numbers: 1,
            outbound_minutes: 8000,
            tollfree_minutes: 3000,
          },
        },
      ],
    },
  },
  {
    question: 'minutes without a number to call from',
    product: 'contact-center-cn',
    does: [
      ['choose', 'Premium'],
      ['type', 'Seats', '3'],
      ['type', 'Outbound landline minutes a month', '1,000'],
    ],
    asks: {
      months: 1,
      items: [{ product: 'contact-center-cn', edition: 'premium', demand: { seats: 3, outbound_minutes: 1000 } }],
    },
  },
];
