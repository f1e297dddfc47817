// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redress::bench {

/// Mails from the moment they are handed in until they are filed: journaled, read in the children, received as complaints, recorded and put away. Beside the
/// raw limit: one thread that writes and syncs the same bytes and makes one bare commit for each.
void bench_mail_in();

}  // namespace redress::bench
