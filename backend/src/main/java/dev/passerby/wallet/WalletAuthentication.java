package dev.passerby.wallet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Spring Security's view of a {@link WalletSession}; carries no credentials and no roles. */
public final class WalletAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient WalletSession session;

  public WalletAuthentication(WalletSession session) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.session = session;
    super.setAuthenticated(true);
  }

  @Override
  public WalletSession getPrincipal() {
    return session;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  /** The session's public id: whatever prints a name must not print the address. */
  @Override
  public String getName() {
    return session.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WalletAuthentication that && session.equals(that.session);
  }

  @Override
  public int hashCode() {
    return Objects.hash(session);
  }
}
