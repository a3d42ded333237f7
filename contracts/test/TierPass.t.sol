// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../src/ITierPass.sol";
import {TierPass} from "../src/TierPass.sol";
import {MintingAgain, RefusesPasses} from "./support/PassReceivers.sol";
import {RefusesEther} from "./support/RefusesEther.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Test} from "forge-std/Test.sol";

contract TierPassTest is Test {
    uint128 private constant BRONZE_PRICE = 0.01 ether;
    uint128 private constant SILVER_PRICE = 0.05 ether;
    uint256 private constant BRONZE = 0;
    uint256 private constant SILVER = 1;
    uint256 private constant LAST = 2;

    address private immutable OPERATOR = makeAddr("operator");
    address private immutable ADA = makeAddr("ada");
    address private immutable BEN = makeAddr("ben");

    TierPass private pass;

    function setUp() public {
        pass = new TierPass(OPERATOR);
        vm.startPrank(OPERATOR);
        pass.addTier("Bronze", BRONZE_PRICE, 10_000, 3);
        pass.addTier("Silver", SILVER_PRICE, 2_000, 15);
        pass.addTier("Last one", 0, 1, 16);
        vm.stopPrank();
        vm.deal(ADA, 10 ether);
        vm.deal(BEN, 10 ether);
    }

    // --- Tiers ---

    function test_TierIsDataThatAnybodyCanRead() public view {
        ITierPass.Tier memory silver = pass.tier(SILVER);
        assertEq(silver.name, "Silver");
        assertEq(silver.price, SILVER_PRICE);
        assertEq(silver.supplyCap, 2_000);
        assertEq(silver.minted, 0);
        assertEq(silver.features, pass.CONTACTS() | pass.RECORDING() | pass.STREAMING() | pass.STUDIO_INPUTS());
        assertEq(pass.tierCount(), 3);
    }

    function test_AddingATierTellsItsTerms() public {
        vm.expectEmit(address(pass));
        emit ITierPass.TierAdded(3, "Gold", 0.25 ether, 500, 31);
        vm.prank(OPERATOR);
        assertEq(pass.addTier("Gold", 0.25 ether, 500, 31), 3);
    }

    function test_OnlyTheOperatorAddsTiers() public {
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, ADA));
        vm.prank(ADA);
        pass.addTier("Gold", 1, 1, 1);
    }

    function test_TheNextOperatorMustAccept() public {
        vm.prank(OPERATOR);
        pass.transferOwnership(BEN);
        assertEq(pass.owner(), OPERATOR);
        vm.prank(BEN);
        pass.acceptOwnership();
        assertEq(pass.owner(), BEN);
    }

    function test_ATierNeedsANameAPassAndKnownFeatures() public {
        vm.startPrank(OPERATOR);
        string[5] memory names = ["", '"quoted"', "<svg>", unicode"Ä", "thirty-three letters are too many"];
        for (uint256 i = 0; i < names.length; ++i) {
            vm.expectRevert(ITierPass.InvalidTier.selector);
            pass.addTier(names[i], 1, 1, 1);
        }
        vm.expectRevert(ITierPass.InvalidTier.selector);
        pass.addTier("No pass", 1, 0, 1);
        vm.expectRevert(ITierPass.InvalidTier.selector);
        pass.addTier("Unknown feature", 1, 1, 32);
        vm.expectRevert(ITierPass.InvalidTier.selector);
        pass.addTier("All bits", 1, 1, type(uint32).max);
        vm.stopPrank();
    }

    function test_AnyPlainNameUpTo32LettersWillDo() public {
        vm.prank(OPERATOR);
        uint256 tierId = pass.addTier("Abc-XYZ 019 thirty-two letters z", type(uint128).max, type(uint32).max, 0);
        assertEq(bytes(pass.tier(tierId).name).length, 32);
    }

    function test_ThereAreAtMost32Tiers() public {
        vm.startPrank(OPERATOR);
        while (pass.tierCount() < pass.MAXIMUM_TIERS()) pass.addTier("More", 1, 1, 1);
        vm.expectRevert(ITierPass.TooManyTiers.selector);
        pass.addTier("More", 1, 1, 1);
        vm.stopPrank();
    }

    function test_FeaturesStayCheapWithEveryTierHeld() public {
        vm.startPrank(OPERATOR);
        while (pass.tierCount() < pass.MAXIMUM_TIERS()) pass.addTier("More", 0, 1, 1);
        vm.stopPrank();
        vm.startPrank(ADA);
        for (uint256 tierId = 0; tierId < pass.tierCount(); ++tierId) {
            pass.mint{value: pass.tier(tierId).price}(tierId);
        }
        vm.stopPrank();
        vm.cool(address(pass));
        uint256 before = gasleft();
        pass.featuresOf(ADA);
        assertLt(before - gasleft(), 200_000);
    }

    function test_AnUnknownTierHasNoTerms() public {
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, 3));
        pass.tier(3);
    }

    // --- Minting ---

    function test_MintingGivesAPassAndItsFeatures() public {
        vm.expectEmit(address(pass));
        emit ITierPass.PassMinted(ADA, 1, BRONZE);
        vm.prank(ADA);
        uint256 tokenId = pass.mint{value: BRONZE_PRICE}(BRONZE);
        assertEq(pass.ownerOf(tokenId), ADA);
        assertEq(pass.tierOf(tokenId), BRONZE);
        assertEq(pass.passesHeld(ADA, BRONZE), 1);
        assertEq(pass.tier(BRONZE).minted, 1);
        assertEq(pass.featuresOf(ADA), 3);
        assertEq(address(pass).balance, BRONZE_PRICE);
    }

    function testFuzz_OnlyTheExactPriceMints(uint256 sent) public {
        vm.assume(sent != SILVER_PRICE);
        vm.deal(ADA, sent);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.WrongPrice.selector, sent, SILVER_PRICE));
        vm.prank(ADA);
        pass.mint{value: sent}(SILVER);
    }

    function testFuzz_AnUnknownTierCannotBeMinted(uint256 tierId) public {
        tierId = bound(tierId, 3, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, tierId));
        pass.mint(tierId);
    }

    function test_ASoldOutTierMintsNoMore() public {
        vm.prank(ADA);
        pass.mint(LAST);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, LAST));
        vm.prank(BEN);
        pass.mint(LAST);
    }

    function test_AReceiverThatMintsFromItsHookBuysOrdinaryPasses() public {
        MintingAgain receiver = new MintingAgain{value: 1 ether}(pass, BRONZE, BRONZE_PRICE, 3);
        receiver.begin();
        assertEq(pass.passesHeld(address(receiver), BRONZE), 4);
        assertEq(pass.balanceOf(address(receiver)), 4);
        assertEq(pass.tier(BRONZE).minted, 4);
        assertEq(address(pass).balance, 4 * uint256(BRONZE_PRICE));
    }

    function test_AReceiverThatMintsFromItsHookCannotPassTheCap() public {
        MintingAgain receiver = new MintingAgain(pass, LAST, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, LAST));
        receiver.begin();
        assertEq(pass.tier(LAST).minted, 0);
    }

    function test_AContractThatTakesNoPassesBuysNone() public {
        RefusesPasses receiver = new RefusesPasses();
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(receiver)));
        receiver.mint(pass, LAST);
    }

    // --- Holding ---

    function test_FeaturesAreTheUnionOverAllPasses() public {
        vm.startPrank(ADA);
        pass.mint{value: BRONZE_PRICE}(BRONZE);
        pass.mint(LAST);
        vm.stopPrank();
        assertEq(pass.featuresOf(ADA), 3 | 16);
    }

    function test_FeaturesFollowThePassWhenItIsSold() public {
        vm.startPrank(ADA);
        uint256 first = pass.mint{value: SILVER_PRICE}(SILVER);
        pass.mint{value: SILVER_PRICE}(SILVER);
        pass.transferFrom(ADA, BEN, first);
        vm.stopPrank();
        assertEq(pass.featuresOf(ADA), 15, "one of two is left");
        assertEq(pass.featuresOf(BEN), 15);

        uint256 second = first + 1;
        vm.prank(ADA);
        pass.safeTransferFrom(ADA, BEN, second);
        assertEq(pass.featuresOf(ADA), 0);
        assertEq(pass.passesHeld(BEN, SILVER), 2);
    }

    function test_SendingAPassToOneselfChangesNothing() public {
        vm.startPrank(ADA);
        uint256 tokenId = pass.mint{value: BRONZE_PRICE}(BRONZE);
        pass.transferFrom(ADA, ADA, tokenId);
        vm.stopPrank();
        assertEq(pass.passesHeld(ADA, BRONZE), 1);
    }

    function test_TheOperatorCannotTouchAPassThatIsHeld() public {
        vm.prank(ADA);
        uint256 tokenId = pass.mint(LAST);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, OPERATOR, tokenId));
        vm.prank(OPERATOR);
        pass.transferFrom(ADA, OPERATOR, tokenId);
    }

    function testFuzz_WhoHoldsNothingHasNoFeatures(address stranger) public view {
        assertEq(pass.featuresOf(stranger), 0);
    }

    function test_APassThatIsNotThereHasNoTierAndNoPicture() public {
        bytes memory nonexistent = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1);
        vm.expectRevert(nonexistent);
        pass.tierOf(1);
        vm.expectRevert(nonexistent);
        pass.tokenURI(1);
    }

    function test_TheMetadataIsWholeInItsUri() public {
        vm.prank(ADA);
        pass.mint{value: SILVER_PRICE}(SILVER);
        string memory uri = pass.tokenURI(1);
        string memory start = "data:application/json;base64,";
        assertEq(vm.indexOf(uri, start), 0);
        string memory json = string(_base64Decoded(vm.replace(uri, start, "")));
        assertEq(vm.parseJsonString(json, ".name"), "Passerby Silver #1");
        assertEq(vm.parseJsonString(json, ".attributes[0].value"), "Silver");
        assertEq(vm.parseJsonUint(json, ".attributes[1].value"), 15);
        string memory image = vm.replace(vm.parseJsonString(json, ".image"), "data:image/svg+xml;base64,", "");
        assertEq(vm.indexOf(string(_base64Decoded(image)), "<svg "), 0);
    }

    function test_ItSaysThatItIsErc721() public view {
        assertTrue(pass.supportsInterface(type(IERC721).interfaceId));
        assertEq(pass.name(), "Passerby Pass");
    }

    // --- Income ---

    function test_TheOperatorSendsTheIncomeToTheTreasury() public {
        vm.prank(ADA);
        pass.mint{value: SILVER_PRICE}(SILVER);
        address payable treasury = payable(makeAddr("treasury"));
        vm.expectEmit(address(pass));
        emit ITierPass.IncomeWithdrawn(treasury, SILVER_PRICE);
        vm.prank(OPERATOR);
        pass.withdrawIncome(treasury);
        assertEq(treasury.balance, SILVER_PRICE);
        assertEq(address(pass).balance, 0);
    }

    function test_ForcedEtherIsIncome() public {
        _force(address(pass), 1 ether);
        address payable treasury = payable(makeAddr("treasury"));
        vm.prank(OPERATOR);
        pass.withdrawIncome(treasury);
        assertEq(treasury.balance, 1 ether);
    }

    function test_OnlyTheOperatorTakesTheIncome() public {
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, ADA));
        vm.prank(ADA);
        pass.withdrawIncome(payable(ADA));
    }

    function test_IncomeStaysWhenTheTreasuryRefusesIt() public {
        vm.prank(ADA);
        pass.mint{value: SILVER_PRICE}(SILVER);
        address payable refusing = payable(address(new RefusesEther()));
        vm.expectRevert(ITierPass.WithdrawalFailed.selector);
        vm.prank(OPERATOR);
        pass.withdrawIncome(refusing);
        assertEq(address(pass).balance, SILVER_PRICE);
    }

    function test_IncomeIsNeverSentToNobody() public {
        vm.expectRevert(ITierPass.WithdrawalFailed.selector);
        vm.prank(OPERATOR);
        pass.withdrawIncome(payable(address(0)));
    }

    /// @dev What a block reward or a self-destructing contract does: no code of the receiver runs.
    function _force(address to, uint256 amount) private {
        vm.deal(to, to.balance + amount);
    }

    /// @dev Foundry encodes Base64 but does not decode it.
    function _base64Decoded(string memory text) private pure returns (bytes memory decoded) {
        bytes memory digits = bytes(text);
        decoded = new bytes(digits.length / 4 * 3);
        uint256 bits;
        uint256 length;
        for (uint256 i = 0; i < digits.length; ++i) {
            if (digits[i] == "=") break;
            bits = bits << 6 | _base64Value(uint8(digits[i]));
            // After the 2nd, 3rd and 4th digit of a group another byte is whole.
            // forge-lint: disable-next-line(unsafe-typecast)
            if (i % 4 != 0) decoded[length++] = bytes1(uint8(bits >> (6 - 2 * (i % 4))));
        }
        assembly ("memory-safe") {
            mstore(decoded, length)
        }
    }

    function _base64Value(uint8 digit) private pure returns (uint256) {
        if (digit >= 97) return digit - 71;
        if (digit >= 65) return digit - 65;
        if (digit >= 48) return digit + 4;
        return digit == 43 ? 62 : 63;
    }
}
