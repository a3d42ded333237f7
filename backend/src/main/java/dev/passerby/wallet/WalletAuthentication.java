package dev.passerby.wallet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Spring Security's view of a {@link WalletSession}; has no roles. Its credentials are the cookie's
 * token, and only on the way from sign-in to the cookie.
 */
public final class WalletAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient WalletSession session;
  private transient @Nullable SecretToken token;

  public WalletAuthentication(WalletSession session) {
    this(session, null);
  }

  WalletAuthentication(WalletSession session, @Nullable SecretToken token) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.session = session;
    this.token = token;
    super.setAuthenticated(true);
  }

  @Override
  public WalletSession getPrincipal() {
    return session;
  }

  @Override
  public @Nullable SecretToken getCredentials() {
    return token;
  }

  @Override
  public void eraseCredentials() {
    token = null;
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
